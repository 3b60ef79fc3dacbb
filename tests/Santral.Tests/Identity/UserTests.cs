using System.Globalization;
using Santral.Identity.Domain;

namespace Santral.Tests.Identity;

/// <summary>What a person's account may be.</summary>
public sealed class UserTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("ISIL")]
    [InlineData("isil")]
    [InlineData("İSİL")]
    [InlineData("ısıl")]
    [InlineData("  Isil ")]
    public void A_name_is_one_however_a_turkish_keyboard_writes_it(string typed)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            UserNames.Fold(typed).ShouldBe("isil");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("")]
    [InlineData(".dot")]
    [InlineData("two words")]
    [InlineData("şahin")]
    [InlineData("a\nb")]
    [InlineData("semi;colon")]
    public void A_name_that_no_phone_could_carry_is_refused(string name)
        => Should.Throw<Refusal>(() => Add(name)).Code.ShouldBe("identity.user_name_invalid");

    [Fact]
    public void An_e_mail_address_may_be_a_name() => Add("Zeynep.Kilic@beyazesya.example").UserName.ShouldBe("zeynep.kilic@beyazesya.example");

    [Fact]
    public void A_person_without_a_role_is_refused()
        => Should.Throw<Refusal>(() => User.Add(Id(), "faruk", "Faruk", "tr", CodeSet.None, Now)).Code.ShouldBe("identity.role_needed");

    [Theory]
    [InlineData("", "tr", "identity.name_needed")]
    [InlineData("   ", "tr", "identity.name_needed")]
    [InlineData("a\u0000b", "tr", "identity.name_needed")]
    [InlineData("Faruk", "de", "identity.language_unknown")]
    public void A_person_has_a_name_and_a_language_of_the_product(string displayName, string language, string code)
        => Should.Throw<Refusal>(() => Add("faruk").Describe(displayName, language)).Code.ShouldBe(code);

    [Fact]
    public void Roles_keep_their_order_and_stand_once()
    {
        CodeSet.Parse("back_office agent back_office").ToString().ShouldBe("back_office agent");
        CodeSet.Parse("a b").Equals(CodeSet.Parse("b a")).ShouldBeFalse();
        CodeSet.Parse("").Count.ShouldBe(0);
    }

    private static User Add(string name) => User.Add(Id(), name, "Faruk Demir", "tr", CodeSet.Parse("agent"), Now);

    private static UserId Id() => UserId.From(Guid.CreateVersion7(Now));
}
