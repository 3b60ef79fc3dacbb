using Santral.Contracts.Search;
using Santral.Search.Domain;

namespace Santral.Tests.Search;

/// <summary>What of a text is found, and by what.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("IŞIK yanıp sönüyor", "isik yanip sonuyor")]
    [InlineData("ışık, ışık; Işık!", "isik")]
    [InlineData("Sophämtningen på Åvägen 3B", "sophamtningen pa avagen 3b")]
    [InlineData("e-posta: a.b@c.example", "e posta a b c example")]
    [InlineData("İADE/iade", "iade")]
    [InlineData("  \t\n", "")]
    public void Are_folded_and_stand_once(string text, string words) => string.Join(' ', Words.Of(text)).ShouldBe(words);

    [Theory]
    [InlineData("Kombi basıncı düşüyor", "basinci", "basıncı")]
    [InlineData("Fallet träd, Åsbacken", "asbacken", "Åsbacken")]
    [InlineData("İade", "iade", "İade")]
    [InlineData("basınç", "basinci", null)]
    [InlineData("", "basinci", null)]
    public void Are_told_as_they_are_written(string text, string folded, string? written) => Words.AsWritten(text, [folded]).ShouldBe(written);

    [Fact]
    public void Are_never_longer_than_the_index_holds_and_never_break()
    {
        var random = new Random(4711);
        for (var i = 0; i < 2_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(1, 0xFFFF)));
            Words.Of(text).ShouldAllBe(w => w.Length > 0 && w.Length <= Words.Longest && w.All(char.IsLetterOrDigit));
        }
    }

    [Theory]
    [InlineData("ambalajlar", "ambalaj")]
    [InlineData("faturalarımızdan", "fatura")]
    [InlineData("faturamı", "faturası")]
    [InlineData("kitabı", "kitaplar")]
    [InlineData("sophämtningen", "sophämtning")]
    [InlineData("fakturan", "fakturor")]
    [InlineData("abonelikler", "abonelik")]
    [InlineData("modemi", "modem")]
    public void Have_the_same_stem_whatever_their_ending(string one, string other)
        => Stem.Of(Words.Of(one)[0]).ShouldBe(Stem.Of(Words.Of(other)[0]));

    [Theory]
    [InlineData("modem", "moden", true)]
    [InlineData("modem", "modm", true)]
    [InlineData("modem", "mdoem", true)]
    [InlineData("modem", "moddem", true)]
    [InlineData("modem", "modem", true)]
    [InlineData("modem", "mdeom", false)]
    [InlineData("modem", "mod", false)]
    [InlineData("modem", "nodel", false)]
    public void Are_one_slip_apart_or_not(string one, string other, bool isSlip)
    {
        Typo.IsOneSlip(one, other).ShouldBe(isSlip);
        Typo.IsOneSlip(other, one).ShouldBe(isSlip);
        if (isSlip)
        {
            Typo.Remains(one).Overlaps(Typo.Remains(other)).ShouldBeTrue("else the slip is not found");
        }
    }

    [Fact]
    public void Numbers_and_phones_are_found_by_their_ends()
        => SearchKey.Of(new Findable("request", Guid.Empty, "ÇB-26-0042", "", "", [PhoneNumber.Parse("+905321112233", null)], null, "/", default))
            .ShouldBe(["cb260042", "42", "905321112233", "5321112233", "321112233", "1112233"]);
}
