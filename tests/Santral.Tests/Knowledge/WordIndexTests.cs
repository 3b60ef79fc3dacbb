using Santral.Knowledge.Domain;

namespace Santral.Tests.Knowledge;

/// <summary>Searching finds the word in other forms, typed without marks, and with one wrong letter.</summary>
public sealed class WordIndexTests
{
    private static readonly WordIndex Index = new(
    [
        A.Saying("tr", "Ambalaj iadesi", "<p>Kutu ezikse fotoğraf istenir.</p>"),
        A.Saying("tr", "PON ışığı kırmızı", "<p>Fiber kablosu takılı mı?</p>", "los lamba"),
        A.Saying("sv", "Sophämtning: dagar och tider", "<p>Kärlen ska stå framme kl. 06.00.</p>"),
        A.Saying("tr", "Yavaş bağlantı", "<p>Önce kablolu ölçüm yapılır. PON ışığı yeşilken sürer.</p>"),
    ]);

    [Theory]
    [InlineData("ambalajlar", 0)]
    [InlineData("AMBALAJIN İADESİ", 0)]
    [InlineData("IŞIK kırmızı", 1)]
    [InlineData("isik kirmizi", 1)]
    [InlineData("sophämtningen", 2)]
    [InlineData("sophamtning", 2)]
    [InlineData("bağlantim", 3)]
    [InlineData("ambaljaj", 0)]
    [InlineData("kirmzi", 1)]
    [InlineData("sophmätning", 2)]
    [InlineData("bağl", 3)]
    [InlineData("los", 1)]
    public void It_finds(string asked, int first) => Index.Find(asked, 0.5)[0].Article.ShouldBe(first);

    [Theory]
    [InlineData("statik ip ücreti")]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("zzz")]
    public void It_does_not_find_what_is_not_there(string asked) => Index.Find(asked, 0.5).ShouldBeEmpty();

    [Fact]
    public void A_title_weighs_more_than_a_body()
        => Index.Find("pon ışığı", 0.5).Select(h => h.Article).ShouldBe([1, 3]);

    [Theory]
    [InlineData("internet", "interkom")]
    [InlineData("kırmızı", "kırmadan")]
    [InlineData("ev", "evrak")]
    public void Words_that_only_look_alike_weigh_less_than_the_same_word(string asked, string word)
        => WordMatch.Of(Folded.Of(asked), Folded.Of(word)).ShouldBeLessThan(0.75);
}
