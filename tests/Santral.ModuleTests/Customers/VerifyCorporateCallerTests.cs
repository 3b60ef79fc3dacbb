using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Customers;

namespace Santral.ModuleTests.Customers;

/// <summary>A corporate caller proves himself by customer number and service password (I-16 … I-21).</summary>
[Collection(CustomersCollection.Name)]
public sealed class VerifyCorporateCallerTests(Installation installation)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IVerifyCorporateCaller Verification => installation.Services.GetRequiredService<IVerifyCorporateCaller>();

    [Fact]
    [Requirement("I-16")]
    public async Task The_right_pair_is_verified_from_any_number_or_none()
    {
        var (result, customer) = await Verification.VerifyAsync("100200", "4321", null, Stop);

        result.ShouldBe(VerificationResult.Verified);
        customer!.Name.ShouldBe("Soft Ltd. Şti.");
    }

    [Theory]
    [InlineData("999999", "4321")]
    [InlineData("100101", "4321")]
    [InlineData("", "")]
    [InlineData("100200'--", "4321")]
    [InlineData("123456789012345678901234567890", "4321")]
    public async Task Anything_else_is_wrong_and_never_says_why(string number, string password)
    {
        var (result, customer) = await Verification.VerifyAsync(number, password, null, Stop);

        result.ShouldBe(VerificationResult.Wrong);
        customer.ShouldBeNull();
    }

    [Fact]
    public async Task Five_failures_lock_the_customer_number_even_for_the_right_password()
    {
        var number = await ACompanyAsync("7788");
        for (var i = 0; i < 5; i++)
        {
            (await Verification.VerifyAsync(number, "0000", null, Stop)).Result.ShouldBe(VerificationResult.Wrong);
        }

        (await Verification.VerifyAsync(number, "7788", null, Stop)).Result.ShouldBe(VerificationResult.Locked);
    }

    [Fact]
    public async Task Five_failures_lock_the_calling_number_for_every_account()
    {
        var number = await ACompanyAsync("7788");
        var from = PhoneNumber.Parse("+905329990001", null);
        for (var i = 0; i < 5; i++)
        {
            (await Verification.VerifyAsync($"55500{i}", "0000", from, Stop)).Result.ShouldBe(VerificationResult.Wrong);
        }

        (await Verification.VerifyAsync(number, "7788", from, Stop)).Result.ShouldBe(VerificationResult.Locked);
        (await Verification.VerifyAsync(number, "7788", null, Stop)).Result.ShouldBe(VerificationResult.Verified);
    }

    [Fact]
    public async Task Being_right_is_no_failure_however_often()
    {
        var number = await ACompanyAsync("7788");

        for (var i = 0; i < 7; i++)
        {
            (await Verification.VerifyAsync(number, "7788", null, Stop)).Result.ShouldBe(VerificationResult.Verified);
        }
    }

    [Fact]
    public async Task Many_guesses_at_once_are_five_guesses()
    {
        var number = await ACompanyAsync("7788");

        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(async n => (await Verification.VerifyAsync(number, $"000{n}", null, Stop)).Result));

        results.Count(r => r == VerificationResult.Wrong).ShouldBeLessThanOrEqualTo(5);
        results.Count(r => r == VerificationResult.Locked).ShouldBeGreaterThanOrEqualTo(7);
    }

    private async Task<string> ACompanyAsync(string password)
    {
        var agent = await installation.AsAsync("agent1");
        var made = await agent.PostAsJsonAsync("/api/customers", new { kind = "corporate", company = "Kilit A.Ş." }, Stop).BodyAsync();
        var customer = made.GetProperty("customer");
        await agent.PutAsJsonAsync($"/api/customers/{customer.GetProperty("id").GetString()}/service-password", new { password }, Stop).BodyAsync();
        return customer.GetProperty("number").GetString()!;
    }
}
