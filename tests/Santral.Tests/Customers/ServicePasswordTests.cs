using Santral.Customers.Domain;

namespace Santral.Tests.Customers;

/// <summary>The digits a corporate caller keys are kept as a hash only (I-16).</summary>
public sealed class ServicePasswordTests
{
    [Fact]
    [Requirement("I-16")]
    public void The_right_digits_match_and_others_do_not()
    {
        var stored = ServicePassword.Hash("4321");

        stored.ShouldNotContain("4321");
        ServicePassword.Matches("4321", stored).ShouldBeTrue();
        ServicePassword.Matches("4322", stored).ShouldBeFalse();
        ServicePassword.Matches("", stored).ShouldBeFalse();
    }

    [Fact]
    public void The_same_digits_are_stored_differently_each_time()
        => ServicePassword.Hash("4321").ShouldNotBe(ServicePassword.Hash("4321"));

    [Fact]
    public void Nobodys_password_is_nobodys() => ServicePassword.Matches("0000", ServicePassword.OfNobody).ShouldBeFalse();

    [Theory]
    [InlineData("123")]
    [InlineData("12345678901")]
    [InlineData("12a4")]
    [InlineData("١٢٣٤")]
    public void Only_four_to_ten_plain_digits_are_taken(string password)
        => Should.Throw<Refusal>(() => ServicePassword.Hash(password)).Code.ShouldBe("customers.service_password_digits");
}
