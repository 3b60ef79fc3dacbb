using Santral.Definitions.Domain;

namespace Santral.Tests.Definitions;

/// <summary>When two names are one, and what code a name gives.</summary>
public sealed class SiblingNameTests
{
    [Theory]
    [InlineData("ISI", "ısı", true)]
    [InlineData("ISI", "isi", false)]
    [InlineData("İSTANBUL", "istanbul", true)]
    [InlineData("ISTANBUL", "istanbul", false)]
    [InlineData("Çağrı  merkezi", "ÇAĞRI MERKEZİ", true)]
    [InlineData("Gu\u0308rültü", "GÜRÜLTÜ", true)]
    [InlineData("Şikayet", "Sikayet", false)]
    public void Turkish_names_are_compared_as_Turks_read_them(string one, string other, bool isSame)
        => (SiblingName.Turkish(one) == SiblingName.Turkish(other)).ShouldBe(isSame);

    [Theory]
    [InlineData("INTERNET", "internet", true)]
    [InlineData("ÅTERVINNING", "återvinning", true)]
    [InlineData("Återvinning", "Atervinning", false)]
    public void Swedish_and_English_names_know_only_the_dotted_i(string one, string other, bool isSame)
        => (SiblingName.Other(one) == SiblingName.Other(other)).ShouldBe(isSame);

    [Fact]
    public void Empty_names_equal_nothing()
        => ComparedNames.Of(new Names("", "", "")).SharesOneWith(ComparedNames.Of(new Names("", "", ""))).ShouldBeFalse();

    [Theory]
    [InlineData("Bağlantı kopuyor", "baglanti_kopuyor")]
    [InlineData("Återvinning & avfall!", "atervinning_avfall")]
    [InlineData("İIıi", "iiii")]
    [InlineData("***", "row")]
    public void A_code_is_made_in_ascii(string name, string code)
        => RowCode.Make(null, new Names(name, "", ""), _ => false).ShouldBe(code);

    [Fact]
    public void A_taken_code_gets_a_number_and_stays_short_enough()
    {
        var name = new string('x', 60);
        var taken = new HashSet<string> { new('x', 40), new string('x', 38) + "_2" };

        var code = RowCode.Make(null, new Names(name, "", ""), taken.Contains);

        code.ShouldBe(new string('x', 38) + "_3");
        code.Length.ShouldBe(DefinitionRow.LongestCode);
    }
}
