namespace Santral.ModuleTests.Identity;

/// <summary>Looking after accounts.</summary>
public sealed class UsersTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task The_demo_has_its_fifteen_people()
    {
        var users = (await (await installation.AsAsync("admin")).Get("/api/users").BodyAsync()).EnumerateArray().ToList();

        string[] expected =
        [
            "accountant1", "admin", "agent1", "agent2", "agent3", "buyer1", "corporate1", "expert1", "field1", "field2", "service1", "store1",
            "supervisor1", "tech1", "tech2",
        ];
        expected.Except(users.Select(u => u.GetProperty("userName").GetString()!)).ShouldBeEmpty();
        users.Single(u => u.GetProperty("userName").GetString() == "agent3").GetProperty("language").GetString().ShouldBe("sv");
        users.ShouldAllBe(u => !u.GetRawText().Contains("hash", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("agent1")]
    [InlineData("supervisor1")]
    [InlineData("accountant1")]
    public async Task Who_may_not_look_after_accounts_does_not_see_them(string userName)
    {
        var client = await installation.AsAsync(userName);

        await client.Get("/api/users").ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
        await client.Post("/api/users", New("intruder")).ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
        await client.Put($"/api/users/{Guid.CreateVersion7()}", new { }).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_name_is_given_once_in_whatever_case()
    {
        var admin = await installation.AsAsync("admin");
        await admin.Post("/api/users", New("isil.kaya")).ShouldBe(HttpStatusCode.Created);

        await admin.Post("/api/users", New("ISIL.KAYA")).ShouldBeRefusedAsync("identity.user_name_taken", HttpStatusCode.Conflict);
        await admin.Post("/api/users", New("İSİL.KAYA")).ShouldBeRefusedAsync("identity.user_name_taken", HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_name_asked_for_twice_at_the_same_moment_is_given_once()
    {
        var admin = await installation.AsAsync("admin");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => admin.Post("/api/users", New("racer"))));

        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(3);
    }

    [Theory]
    [InlineData("two words", "agent", "mavi bisiklet", "identity.user_name_invalid")]
    [InlineData("weak.pass", "agent", "password123", "identity.password_common")]
    [InlineData("short.pass", "agent", "demo", "identity.password_short")]
    [InlineData("wrong.role", "emperor", "mavi bisiklet", "identity.role_unknown")]
    public async Task A_person_that_cannot_be_is_not_added(string userName, string role, string password, string code)
    {
        var admin = await installation.AsAsync("admin");

        await admin.Post("/api/users", new { userName, displayName = "X", language = "tr", roles = new[] { role }, password })
            .ShouldBeRefusedAsync(code, HttpStatusCode.UnprocessableEntity);

        (await admin.Get("/api/users").BodyAsync()).GetRawText().ShouldNotContain($"\"{userName}\"");
    }

    [Fact]
    public async Task A_removed_right_holds_for_the_next_request()
    {
        var person = await installation.AddPersonAsync("auditor", "supervisor");
        await person.Client.Get("/api/audit").ShouldBe(HttpStatusCode.OK);

        await (await installation.AsAsync("admin")).ChangeUserAsync(await installation.UserAsync("auditor"), roles: ["agent"]).ShouldBe(HttpStatusCode.OK);

        await person.Client.Get("/api/audit").ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_disabled_person_is_out_at_once_and_stays_out()
    {
        var person = await installation.AddPersonAsync("leaver");
        var admin = await installation.AsAsync("admin");

        await admin.ChangeUserAsync(await installation.UserAsync("leaver"), isActive: false).ShouldBe(HttpStatusCode.OK);

        await person.Client.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        await installation.Anonymous().SignIn("leaver", person.Password).ShouldBeRefusedAsync("identity.wrong_credentials");
        await admin.ChangeUserAsync(await installation.UserAsync("leaver"), isActive: true).ShouldBe(HttpStatusCode.OK);
        // Coming back is signing in again: the old session stays revoked.
        await person.Client.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        await installation.Anonymous().SignIn("leaver", person.Password).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_forgot_the_password_gets_a_new_one_and_is_signed_out()
    {
        var person = await installation.AddPersonAsync("forgetful");
        var admin = await installation.AsAsync("admin");

        await admin.ChangeUserAsync(await installation.UserAsync("forgetful"), password: "kısa").ShouldBeRefusedAsync("identity.password_short");
        await admin.ChangeUserAsync(await installation.UserAsync("forgetful"), password: "turuncu kedi").ShouldBe(HttpStatusCode.OK);

        await person.Client.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        await installation.Anonymous().SignIn("forgetful", "turuncu kedi").ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_change_based_on_an_old_reading_is_refused()
    {
        await installation.AddPersonAsync("stale");
        var admin = await installation.AsAsync("admin");
        var read = await installation.UserAsync("stale");
        await admin.ChangeUserAsync(read, roles: ["technician"]).ShouldBe(HttpStatusCode.OK);

        await admin.ChangeUserAsync(read, roles: ["store"]).ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);

        (await installation.UserAsync("stale")).GetProperty("roles").EnumerateArray().Single().GetString().ShouldBe("technician");
    }

    [Fact]
    public async Task An_unknown_person_is_not_changed()
    {
        var admin = await installation.AsAsync("admin");
        var body = new { version = 1, displayName = "X", language = "tr", isActive = true, roles = new[] { "agent" } };

        await admin.Put($"/api/users/{Guid.CreateVersion7()}", body).ShouldBeRefusedAsync("identity.user_unknown", HttpStatusCode.NotFound);
        await admin.Put("/api/users/nonsense", body).ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_last_administrator_remains()
    {
        var admin = await installation.AsAsync("admin");
        var self = await installation.UserAsync("admin");

        await admin.ChangeUserAsync(self, isActive: false).ShouldBeRefusedAsync("identity.last_admin", HttpStatusCode.Conflict);
        await admin.ChangeUserAsync(self, roles: ["agent"]).ShouldBeRefusedAsync("identity.last_admin", HttpStatusCode.Conflict);

        await admin.Get("/api/users").ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_gives_or_takes_more_than_he_has()
    {
        var admin = await installation.AsAsync("admin");
        await admin.Post("/api/roles", new { code = "people_desk", names = Names("Personel"), permissions = new[] { "identity.users", "requests.all_units", "requests.read" } })
            .ShouldBe(HttpStatusCode.Created);
        var clerk = await installation.AddPersonAsync("clerk", "people_desk");
        var boss = await installation.UserAsync("admin");

        await clerk.Client.Post("/api/users", New("friend", "admin")).ShouldBeRefusedAsync("identity.beyond_own_rights", HttpStatusCode.Forbidden);
        await clerk.Client.ChangeUserAsync(await installation.UserAsync("clerk"), roles: ["people_desk", "admin"])
            .ShouldBeRefusedAsync("identity.beyond_own_rights", HttpStatusCode.Forbidden);
        await clerk.Client.ChangeUserAsync(boss, password: "turuncu kedi").ShouldBeRefusedAsync("identity.beyond_own_rights", HttpStatusCode.Forbidden);
        await clerk.Client.ChangeUserAsync(boss, isActive: false).ShouldBeRefusedAsync("identity.beyond_own_rights", HttpStatusCode.Forbidden);
        await clerk.Client.Delete($"/api/users/{boss.GetProperty("id").GetString()}/two-factor")
            .ShouldBeRefusedAsync("identity.beyond_own_rights", HttpStatusCode.Forbidden);
        await clerk.Client.Post("/api/users", New("colleague", "buyer")).ShouldBe(HttpStatusCode.Created);
    }

    private static object New(string userName, string role = "agent")
        => new { userName, displayName = "Deniz Yalçın", language = "tr", roles = new[] { role }, password = "mavi bisiklet" };

    private static object Names(string name) => new { tr = name, sv = name, en = name };
}
