using System.Net.Http.Headers;

namespace Santral.ModuleTests.Identity;

/// <summary>Programs that act for a person.</summary>
public sealed class ApiKeyTests(ClockedInstallation installation) : IClassFixture<ClockedInstallation>
{
    [Fact]
    public async Task A_key_acts_for_its_person_within_its_scopes_and_needs_no_header()
    {
        var person = await installation.AddPersonAsync("programmer");
        var key = await MakeAsync(person, "calls.log", "customers.read");
        var program = With(key.Secret);

        var me = await program.Get("/api/me").BodyAsync();

        me.GetProperty("userName").GetString().ShouldBe("programmer");
        (await program.PermissionsAsync()).ShouldBe(["calls.log", "customers.read"]);
        await program.Get("/api/users").ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
        var listed = (await person.Client.Get("/api/me/api-keys").BodyAsync()).EnumerateArray().Single();
        listed.GetProperty("prefix").GetString().ShouldBe(key.Secret[..11]);
        listed.GetProperty("lastUsedAt").GetDateTimeOffset().ShouldBe(installation.Clock.GetUtcNow(), TimeSpan.FromSeconds(1));
        listed.GetRawText().ShouldNotContain(key.Secret);
    }

    [Fact]
    public async Task A_key_cannot_change_the_locks_of_the_house()
    {
        var person = await installation.AddPersonAsync("locksmith");
        var program = With((await MakeAsync(person, "calls.log")).Secret);

        await program.Get("/api/me/api-keys").ShouldBe(HttpStatusCode.Forbidden);
        await program.Post("/api/me/api-keys", new { name = "more", scopes = new[] { "calls.log" } }).ShouldBe(HttpStatusCode.Forbidden);
        await program.Post("/api/me/two-factor").ShouldBe(HttpStatusCode.Forbidden);
        await program.Put("/api/me/password", new { current = person.Password, next = "yeşil traktör" }).ShouldBe(HttpStatusCode.Forbidden);
        await program.Post("/api/me/desk-phone").ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_revoked_key_is_dead_at_once_and_revoking_twice_finds_none()
    {
        var person = await installation.AddPersonAsync("revoker");
        var key = await MakeAsync(person, "calls.log");
        var program = With(key.Secret);
        await program.Get("/api/me").ShouldBe(HttpStatusCode.OK);

        await person.Client.Delete($"/api/me/api-keys/{key.Id}").ShouldBe(HttpStatusCode.NoContent);

        await program.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        await person.Client.Delete($"/api/me/api-keys/{key.Id}").ShouldBeRefusedAsync("identity.api_key_unknown", HttpStatusCode.NotFound);
        (await person.Client.Get("/api/me/api-keys").BodyAsync()).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_elses_key_is_unknown()
    {
        var person = await installation.AddPersonAsync("owner");
        var key = await MakeAsync(person, "calls.log");

        await (await installation.AdminAsync()).Delete($"/api/me/api-keys/{key.Id}").ShouldBeRefusedAsync("identity.api_key_unknown", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_right_its_person_loses_the_key_loses_too()
    {
        var person = await installation.AddPersonAsync("demoted", "supervisor");
        var program = With((await MakeAsync(person, "identity.audit")).Secret);
        await program.Get("/api/audit").ShouldBe(HttpStatusCode.OK);

        await (await installation.AdminAsync()).ChangeUserAsync(await installation.UserAsync("demoted"), roles: ["agent"]).ShouldBe(HttpStatusCode.OK);

        await program.Get("/api/audit").ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_password_that_had_to_be_reset_takes_the_keys_with_it()
    {
        var person = await installation.AddPersonAsync("stolen");
        var program = With((await MakeAsync(person, "calls.log")).Secret);
        await program.Get("/api/me").ShouldBe(HttpStatusCode.OK);

        await (await installation.AdminAsync()).ChangeUserAsync(await installation.UserAsync("stolen"), password: "yeşil traktör").ShouldBe(HttpStatusCode.OK);

        await program.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Scopes_beyond_ones_own_rights_are_refused()
    {
        var agent = await installation.AsAsync("agent1");

        await agent.Post("/api/me/api-keys", new { name = "x", scopes = new[] { "calls.log", "identity.users" } })
            .ShouldBeRefusedAsync("identity.scope_beyond_own_rights", HttpStatusCode.UnprocessableEntity);
        await agent.Post("/api/me/api-keys", new { name = "x", scopes = Array.Empty<string>() }).ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);
        await agent.Post("/api/me/api-keys", new { name = "", scopes = new[] { "calls.log" } }).ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("sk_nonsense")]
    [InlineData("nonsense")]
    [InlineData("sk_")]
    public async Task A_key_nobody_made_is_nobody(string key) => await With(key).Get("/api/me").ShouldBeRefusedAsync("identity.sign_in_needed", HttpStatusCode.Unauthorized);

    [Fact]
    public async Task A_wrong_key_beside_a_right_cookie_is_nobody()
    {
        var person = await installation.AddPersonAsync("both");

        person.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk_nonsense");

        await person.Client.Put("/api/me", new { language = "tr", theme = "dark", displayName = "X" }).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<(string Id, string Secret)> MakeAsync(NewPerson person, params string[] scopes)
    {
        var answer = await person.Client.Post("/api/me/api-keys", new { name = "report", scopes });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var made = await answer.BodyAsync();
        return (made.GetProperty("apiKey").GetProperty("id").GetString()!, made.GetProperty("key").GetString()!);
    }

    private HttpClient With(string key)
    {
        var client = installation.Anonymous();
        client.DefaultRequestHeaders.Remove("X-Requested-With");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }
}
