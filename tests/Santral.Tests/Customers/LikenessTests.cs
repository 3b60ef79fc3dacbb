using Santral.Customers.Domain;

namespace Santral.Tests.Customers;

/// <summary>When two customers may be one, and why.</summary>
public sealed class LikenessTests
{
    [Theory]
    [InlineData("Işık Şahin", "isik sahin")]
    [InlineData("IŞIK ŞAHİN", "Şahin Işık")]
    [InlineData("Soft Ltd. Şti.", "SOFT LİMİTED ŞİRKETİ")]
    [InlineData("Åkerlund Märta", "Marta Akerlund")]
    public void Names_are_the_same_however_written(string one, string other) => ReasonsOf(one, other).ShouldBe([LikeReason.SameName]);

    [Theory]
    [InlineData("Tuğba Ergün", "Tugba Ergin")]
    [InlineData("Mehmet Işık", "Mehmet Işıık")]
    [InlineData("Jörgen Öberg", "Jörgn Öberg")]
    [InlineData("Ayşe Kaya", "Ayşe Kyaa")]
    public void One_letter_apart_is_likely(string one, string other)
    {
        ReasonsOf(one, other).ShouldBe([LikeReason.OneLetter]);
        Likeness.CertaintyOf(ReasonsOf(one, other)).ShouldBe(LikeCertainty.Likely);
        NameKeys.Of(one).Overlaps(NameKeys.Of(other)).ShouldBeTrue("the index must find what the rule accepts");
    }

    [Theory]
    [InlineData("Ali Kaya", "Ayşe Kaya")]
    [InlineData("Elif", "Elifnaz")]
    [InlineData("", "")]
    public void Others_are_others(string one, string other) => ReasonsOf(one, other).ShouldBeEmpty();

    [Fact]
    public void A_number_address_or_tax_number_is_certain()
    {
        var phone = PhoneNumber.Parse("+905321112233", null);
        var one = new Likeness("Ali Kaya", [phone], ["a@b.example"], "4810058590", null);

        var reasons = one.ReasonsToBe(new Likeness("Veli Demir", [phone], ["A@B.example"], "4810058590", null));

        reasons.ShouldBe([LikeReason.TaxNumber, LikeReason.Phone, LikeReason.Email]);
        Likeness.CertaintyOf(reasons).ShouldBe(LikeCertainty.Certain);
    }

    private static IReadOnlyList<LikeReason> ReasonsOf(string one, string other) => Of(one).ReasonsToBe(Of(other));

    private static Likeness Of(string name) => new(name, [], [], null, null);
}
