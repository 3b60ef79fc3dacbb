using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Identity.Data;

namespace Santral.ModuleTests.Identity;

/// <summary>The second factor from the first picture to the lost phone.</summary>
public sealed class TwoFactorFlowTests(ClockedInstallation installation) : IClassFixture<ClockedInstallation>
{
    [Fact]
    public async Task It_is_offered_confirmed_asked_for_and_taken_off()
    {
        var person = await installation.AddPersonAsync("careful");
        var offered = await person.Client.Post("/api/me/two-factor").BodyAsync();
        var secret = offered.GetProperty("secret").GetString()!;
        offered.GetProperty("uri").GetString().ShouldBe(
            $"otpauth://totp/Santral%20Santral%20Demo:careful?secret={secret}&issuer=Santral%20Santral%20Demo&algorithm=SHA1&digits=6&period=30");
        offered.GetProperty("qrSvg").GetString().ShouldStartWith("<svg");
        // Offered is not on.
        await installation.Anonymous().SignIn("careful", person.Password).ShouldBe(HttpStatusCode.OK);

        await person.Client.Put("/api/me/two-factor", new { code = "000000" }).ShouldBeRefusedAsync("identity.code_invalid", HttpStatusCode.UnprocessableEntity);
        var codes = await person.Client.Put("/api/me/two-factor", new { code = Code(secret) }).BodyAsync();
        codes.GetProperty("recoveryCodes").GetArrayLength().ShouldBe(10);
        (await person.Client.Get("/api/me").BodyAsync()).GetProperty("hasTwoFactor").GetBoolean().ShouldBeTrue();

        var client = installation.Anonymous();
        await client.SignIn("careful", person.Password).ShouldBeRefusedAsync("identity.code_needed", HttpStatusCode.Unauthorized);
        await client.SignIn("careful", "wrong", Code(secret)).ShouldBeRefusedAsync("identity.wrong_credentials");
        // The code that confirmed it was used.
        await client.SignIn("careful", person.Password, Code(secret)).ShouldBeRefusedAsync("identity.code_wrong", HttpStatusCode.Unauthorized);
        installation.Clock.Advance(TimeSpan.FromSeconds(30));
        await client.SignIn("careful", person.Password, Code(secret)).ShouldBe(HttpStatusCode.OK);
        await installation.Anonymous().SignIn("careful", person.Password, Code(secret)).ShouldBeRefusedAsync("identity.code_wrong");

        installation.Clock.Advance(TimeSpan.FromSeconds(30));
        await client.Delete("/api/me/two-factor", new { code = "000000" }).ShouldBeRefusedAsync("identity.code_invalid");
        await client.Delete("/api/me/two-factor", new { code = Code(secret) }).ShouldBe(HttpStatusCode.NoContent);
        await client.Delete("/api/me/two-factor", new { code = Code(secret) }).ShouldBeRefusedAsync("identity.two_factor_off", HttpStatusCode.Conflict);
        await installation.Anonymous().SignIn("careful", person.Password).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_on_paper_opens_once()
    {
        var (person, _, codes) = await WithTwoFactorAsync("paper");

        await installation.Anonymous().SignIn("paper", person.Password, codes[3].ToLowerInvariant()).ShouldBe(HttpStatusCode.OK);
        await installation.Anonymous().SignIn("paper", person.Password, codes[3]).ShouldBeRefusedAsync("identity.code_wrong");
        await installation.Anonymous().SignIn("paper", person.Password, codes[4].Replace("-", " ")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_code_for_two_browsers_at_once_opens_one()
    {
        var (person, secret, _) = await WithTwoFactorAsync("twins");
        installation.Clock.Advance(TimeSpan.FromSeconds(30));

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => installation.Anonymous().SignIn("twins", person.Password, Code(secret))));

        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
    }

    [Fact]
    public async Task Wrong_codes_lock_like_wrong_passwords()
    {
        var (person, _, _) = await WithTwoFactorAsync("codeguess");
        for (var i = 0; i < 4; i++)
        {
            await installation.Anonymous().SignIn("codeguess", person.Password, $"00000{i}").ShouldBeRefusedAsync("identity.code_wrong");
        }

        await installation.Anonymous().SignIn("codeguess", person.Password, "000009").ShouldBeRefusedAsync("identity.locked", HttpStatusCode.Locked);
    }

    [Fact]
    public async Task One_that_is_on_is_not_begun_again_and_nothing_begun_is_not_confirmed()
    {
        var (person, secret, _) = await WithTwoFactorAsync("twice");
        var fresh = await installation.AddPersonAsync("fresh");

        await person.Client.Post("/api/me/two-factor").ShouldBeRefusedAsync("identity.two_factor_on", HttpStatusCode.Conflict);
        await person.Client.Put("/api/me/two-factor", new { code = Code(secret) }).ShouldBeRefusedAsync("identity.two_factor_on", HttpStatusCode.Conflict);
        await fresh.Client.Put("/api/me/two-factor", new { code = "123456" }).ShouldBeRefusedAsync("identity.two_factor_not_begun", HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Who_lost_phone_and_paper_is_helped_and_signed_out()
    {
        var (person, _, _) = await WithTwoFactorAsync("lost");
        var admin = await installation.AdminAsync();

        await (await installation.AsAsync("supervisor1")).Delete($"/api/users/{person.Id}/two-factor").ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
        await admin.Delete($"/api/users/{person.Id}/two-factor").ShouldBe(HttpStatusCode.NoContent);
        await admin.Delete($"/api/users/{person.Id}/two-factor").ShouldBeRefusedAsync("identity.two_factor_off", HttpStatusCode.Conflict);
        await admin.Delete($"/api/users/{Guid.CreateVersion7()}/two-factor").ShouldBeRefusedAsync("identity.user_unknown", HttpStatusCode.NotFound);

        await person.Client.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        await installation.Anonymous().SignIn("lost", person.Password).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_secret_lies_encrypted()
    {
        var (_, secret, _) = await WithTwoFactorAsync("encrypted");

        await using var scope = installation.Services.CreateAsyncScope();
        var factors = await scope.ServiceProvider.GetRequiredService<IdentityDb>().TwoFactors.ToListAsync(TestContext.Current.CancellationToken);

        factors.ShouldNotBeEmpty();
        factors.ShouldAllBe(f => f.Secret == null || (!f.Secret.Contains(secret) && f.Secret.Length > 100));
        factors.SelectMany(f => f.RecoveryCodes).ShouldAllBe(c => c.Hash.Length == 64);
    }

    private async Task<(NewPerson Person, string Secret, List<string> Codes)> WithTwoFactorAsync(string userName)
    {
        var person = await installation.AddPersonAsync(userName);
        var secret = (await person.Client.Post("/api/me/two-factor").BodyAsync()).GetProperty("secret").GetString()!;
        var codes = await person.Client.Put("/api/me/two-factor", new { code = Code(secret) }).BodyAsync();
        return (person, secret, [.. codes.GetProperty("recoveryCodes").EnumerateArray().Select(c => c.GetString()!)]);
    }

    private string Code(string secret) => IdentityCalls.CodeOf(secret, installation.Clock.GetUtcNow());
}
