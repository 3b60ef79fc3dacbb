using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Santral.Calls.Live.Telephone;
using Santral.Contracts.Identity;

namespace Santral.ModuleTests.Identity;

/// <summary>Desk phones register with a secret of their own.</summary>
public sealed class DeskPhoneTests(Installation installation) : IClassFixture<Installation>
{
    private IAuthenticateSip Sip => installation.Services.GetRequiredService<IAuthenticateSip>();

    [Fact]
    public async Task A_new_secret_works_at_once_and_replaces_the_one_before()
    {
        var person = await installation.AddPersonAsync("phoner");
        Sip.Find("phoner", "santral", "MD5").ShouldBeNull();

        var first = await person.Client.Post("/api/me/desk-phone").BodyAsync();
        var second = await person.Client.Post("/api/me/desk-phone").BodyAsync();

        first.GetProperty("user").GetString().ShouldBe("phoner");
        first.GetProperty("domain").GetString().ShouldBe("127.0.0.1");
        var secret = second.GetProperty("secret").GetString()!;
        secret.ShouldNotBe(first.GetProperty("secret").GetString());
        Sip.Find("phoner", "santral", "MD5")!.Ha1.ShouldMatch("^[0-9a-f]{32}$");
        Sip.Find("PHONER", "santral", "SHA-256")!.Ha1.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"phoner:santral:{secret}"))));
        Sip.Find("phoner", "santral", "MD5")!.User.ToString().ShouldBe(person.Id);
        (await person.Client.Get("/api/me").BodyAsync()).GetProperty("hasDeskPhone").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task An_old_phone_is_known_by_MD5_alone_until_it_is_replaced()
    {
        var person = await installation.AddPersonAsync("oldtimer");
        await person.Client.Post("/api/me/desk-phone", new { onlyMd5 = true }).ShouldBe(HttpStatusCode.OK);
        Sip.Find("oldtimer", "santral", "MD5")!.Ha1.ShouldMatch("^[0-9a-f]{32}$");
        Sip.Find("oldtimer", "santral", "SHA-256").ShouldBeNull();
        Sip.OwnerOf("oldtimer").ToString().ShouldBe(person.Id);
        installation.Services.GetRequiredService<DeskPhones>().KnowsOnlyMd5("oldtimer", "santral").ShouldBeTrue();

        await person.Client.Post("/api/me/desk-phone", new { onlyMd5 = false }).ShouldBe(HttpStatusCode.OK);

        Sip.Find("oldtimer", "santral", "SHA-256").ShouldNotBeNull();
        installation.Services.GetRequiredService<DeskPhones>().KnowsOnlyMd5("oldtimer", "santral").ShouldBeFalse();
        installation.Services.GetRequiredService<DeskPhones>().KnowsOnlyMd5("nobody", "santral").ShouldBeFalse();
    }

    [Fact]
    public async Task A_phone_taken_away_or_of_a_disabled_person_registers_no_more()
    {
        var person = await installation.AddPersonAsync("quitter");
        await person.Client.Post("/api/me/desk-phone").ShouldBe(HttpStatusCode.OK);
        await person.Client.Delete("/api/me/desk-phone").ShouldBe(HttpStatusCode.NoContent);
        Sip.Find("quitter", "santral", "MD5").ShouldBeNull();
        await person.Client.Delete("/api/me/desk-phone").ShouldBeRefusedAsync("identity.desk_phone_unknown", HttpStatusCode.NotFound);

        await person.Client.Post("/api/me/desk-phone").ShouldBe(HttpStatusCode.OK);
        await (await installation.AsAsync("admin")).ChangeUserAsync(await installation.UserAsync("quitter"), isActive: false).ShouldBe(HttpStatusCode.OK);

        Sip.Find("quitter", "santral", "MD5").ShouldBeNull();
    }

    [Fact]
    public void The_demos_phones_are_ready_and_other_realms_and_digests_are_not()
    {
        Sip.Find("agent1", "santral", "SHA-256")!.Ha1.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("agent1:santral:demo"))));
        Sip.Find("agent1", "elsewhere", "MD5").ShouldBeNull();
        Sip.Find("agent1", "santral", "SHA-512-256").ShouldBeNull();
        Sip.Find("nobody", "santral", "MD5").ShouldBeNull();
    }
}
