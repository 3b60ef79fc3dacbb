using Santral.Mailroom.Domain;

namespace Santral.Tests.Mailroom;

/// <summary>Subjects, addresses and ids as programs of the world write them.</summary>
public sealed class SubjectsTests
{
    [Theory]
    [InlineData("Re: Modem", "Modem")]
    [InlineData("RE: Ynt: YNT: SV: Modem", "Modem")]
    [InlineData("AW: [Extern] Modem", "[Extern] Modem")]
    [InlineData("İLT: Modem", "Modem")]
    [InlineData("Re[2]: Modem", "Modem")]
    [InlineData("VB: Fwd: Modem", "Modem")]
    [InlineData("Re : Modem", "Modem")]
    [InlineData("Retur av vara", "Retur av vara")]
    [InlineData("Re: Modem [#ÇB-26-4812-abcdefgh23]", "Modem")]
    [InlineData("Re:", "")]
    [InlineData("", "")]
    public void What_programs_put_before_them_goes(string subject, string plain) => Subjects.Plain(subject).ShouldBe(plain);

    [Fact]
    public void An_answer_has_one_prefix_and_one_token_however_often_it_went_to_and_fro()
    {
        var first = Subjects.Answering("Modem", "ÇB-26-4812", "abcdefgh23");
        first.ShouldBe("Re: Modem [#ÇB-26-4812-abcdefgh23]");
        Subjects.Answering("YNT: " + first, "ÇB-26-4812", "abcdefgh23").ShouldBe(first);
        Subjects.TokensIn("FW: " + first.ToUpperInvariant()).ShouldBe(["abcdefgh23"]);
        Subjects.TokensIn("[#ÇB-26-4812]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("elif@ornek.example", true)]
    [InlineData("elif.yilmaz+tag@alt.ornek.example", true)]
    [InlineData("elif@", false)]
    [InlineData("@ornek.example", false)]
    [InlineData("elif", false)]
    [InlineData("elif@ornek.example\r\nBcc: all@world.example", false)]
    [InlineData("a@b@c.example", false)]
    [InlineData("elif@[127.0.0.1]", false)]
    public void An_address_is_one(string address, bool isOne) => Addresses.IsAddress(address).ShouldBe(isOne);

    [Theory]
    [InlineData("Destek+ABC@soft.example", "ABC")]
    [InlineData("destek@soft.example", null)]
    [InlineData("baska+abc@soft.example", null)]
    public void What_was_added_to_our_address_is_found(string address, string? added) => Addresses.AddedTo("destek@soft.example", address).ShouldBe(added);

    [Fact]
    public void Ids_lose_brackets_and_gaps_and_long_ones_become_digests()
    {
        LetterIds.Key("< a b@c >").ShouldBe("ab@c");
        LetterIds.Key(new string('x', 998)).Length.ShouldBeLessThanOrEqualTo(ReceivedLetter.LongestId);
        LetterIds.Bounded([.. Enumerable.Range(0, 100).Select(n => $"{n}")]).ShouldBe([.. Enumerable.Range(0, 20).Concat(Enumerable.Range(80, 20)).Select(n => $"{n}")]);
        LetterIds.Clues(new LetterHead { InReplyTo = "c", References = ["a", "b", "c"] }).ShouldBe(["c", "b", "a"]);
    }

    [Theory]
    [InlineData("Tamam.\n\n> eski\n> satır", 2)]
    [InlineData("Tack!\n\nDen mån 30 nov. 2026 kl 10:12 skrev Miljöservice <miljo@kommun.example>:\n> Hej", 2)]
    [InlineData("Teşekkürler\n\nSoft Destek <destek@soft.example>, 30 Kas 2026 Pzt, 10:12 tarihinde şunu yazdı:\n\n> Merhaba", 2)]
    [InlineData("Thanks\n\nOn Mon, Nov 30, 2026 at 10:12 AM Soft Support\n<destek@soft.example> wrote:\n> Hi", 2)]
    [InlineData("Ok\n-----Original Message-----\nFrom: x", 1)]
    [InlineData("Ok\n\nFrom: Soft <destek@soft.example>\nSent: Monday\nTo: me", 2)]
    [InlineData("Tamam\n\nKimden: Soft <destek@soft.example>\nGönderildi: Pazartesi\nKime: ben", 2)]
    [InlineData("> soru bir\ncevap bir\n> soru iki\ncevap iki", null)]
    [InlineData("> yalnız alıntı", null)]
    [InlineData("Bana yazdı: gelmeyecek.", null)]
    [InlineData("Merhaba", null)]
    public void A_quotation_begins_where_older_letters_are_repeated(string text, int? line)
        => (QuotedText.BeginOf(text) is { } at ? text[..at].Count(c => c == '\n') : (int?)null).ShouldBe(line);
}
