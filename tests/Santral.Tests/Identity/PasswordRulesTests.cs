using Santral.Identity.Domain;

namespace Santral.Tests.Identity;

/// <summary>Which passwords are taken.</summary>
public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("mavi bisiklet")]
    [InlineData("Åtta gröna äpplen")]
    [InlineData("x9#kfT!2qa")]
    public void A_long_uncommon_password_is_taken(string password) => Should.NotThrow(() => PasswordRules.CheckOrRefuse(password, "faruk"));

    [Theory]
    [InlineData("", "identity.password_short")]
    [InlineData("demo", "identity.password_short")]
    [InlineData("ninechars", "identity.password_short")]
    [InlineData("password123", "identity.password_common")]
    [InlineData("PASSWORD123", "identity.password_common")]
    [InlineData("Galatasaray1905", "identity.password_common")]
    [InlineData("aaaaaaaaaaaa", "identity.password_common")]
    [InlineData("abababababab", "identity.password_common")]
    [InlineData("faruk.demir", "identity.password_common")]
    public void A_short_or_common_one_is_refused(string password, string code)
        => Should.Throw<Refusal>(() => PasswordRules.CheckOrRefuse(password, "faruk.demir")).Code.ShouldBe(code);

    [Fact]
    public void One_without_end_is_refused()
        => Should.Throw<Refusal>(() => PasswordRules.CheckOrRefuse(new string('x', 201), "faruk")).Code.ShouldBe("identity.password_long");
}
