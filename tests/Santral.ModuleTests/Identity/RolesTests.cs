using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Santral.Identity;
using Santral.Identity.Access;
using Santral.Identity.Data;

namespace Santral.ModuleTests.Identity;

/// <summary>Roles and what they allow.</summary>
public sealed class RolesTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task Every_installation_begins_with_the_same_roles()
    {
        var roles = (await (await installation.AsAsync("agent1")).Get("/api/roles").BodyAsync()).EnumerateArray().ToList();

        string[] expected = ["admin", "supervisor", "agent", "technical_agent", "back_office", "service_staff", "technician", "buyer", "store", "accountant"];
        roles.Select(r => r.GetProperty("code").GetString()).Take(expected.Length).ShouldBe(expected);
        roles[0].GetProperty("isFixed").GetBoolean().ShouldBeTrue();
        roles[0].GetProperty("permissions").EnumerateArray().Select(p => p.GetString()).ShouldContain("identity.settings");
        roles[2].GetProperty("names").GetProperty("tr").GetString().ShouldBe("Müşteri temsilcisi");
    }

    [Fact]
    public async Task A_role_nobody_changed_follows_a_new_version_and_a_changed_one_stays()
    {
        var admin = await installation.AsAsync("admin");
        var buyer = (await admin.Get("/api/roles").BodyAsync()).EnumerateArray().Single(r => r.GetProperty("code").GetString() == "buyer");
        await admin.Put("/api/roles/buyer", Change(buyer, buyer.GetProperty("version").GetInt32(), "customers.read")).ShouldBe(HttpStatusCode.OK);
        await using (var scope = installation.Services.CreateAsyncScope())
        {
            // As an older version left it: the shop's role knew nothing of other units yet.
            scope.ServiceProvider.GetRequiredService<ActingUser>().BecomeSystem();
            var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
            var store = db.Roles.Single(r => r.Code == "store");
            store.Describe(store.Names, ["requests.read"]);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await installation.Services.GetRequiredService<DemoLoader>().PrepareAsync(TestContext.Current.CancellationToken);

        var roles = (await admin.Get("/api/roles").BodyAsync()).EnumerateArray().ToDictionary(r => r.GetProperty("code").GetString()!);
        Permissions(roles["store"]).ShouldBe(["requests.all_units", "requests.read"]);
        Permissions(roles["buyer"]).ShouldBe(["customers.read"]);

        static IEnumerable<string> Permissions(JsonElement role) => role.GetProperty("permissions").EnumerateArray().Select(p => p.GetString()!);
    }

    [Fact]
    public async Task The_administrator_holds_everything_the_modules_ask_for()
    {
        var admin = await installation.AsAsync("admin");

        var asked = (await admin.Get("/api/permissions").BodyAsync()).EnumerateArray()
            .SelectMany(m => m.GetProperty("permissions").EnumerateArray()).Select(p => p.GetString()!).ToList();

        asked.Count.ShouldBeGreaterThan(3);
        (await admin.PermissionsAsync()).ShouldBe(asked, ignoreOrder: true);
    }

    [Fact]
    public async Task A_right_taken_from_a_role_is_gone_for_the_next_request()
    {
        var admin = await installation.AsAsync("admin");
        var role = await AddAsync(admin, "watchers", "identity.audit");
        var person = await installation.AddPersonAsync("watcher", "watchers");
        await person.Client.Get("/api/audit").ShouldBe(HttpStatusCode.OK);

        await admin.Put("/api/roles/watchers", Change(role, 1, "requests.read")).ShouldBe(HttpStatusCode.OK);

        await person.Client.Get("/api/audit").ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_role_is_defined_once_and_changed_by_who_read_it_last()
    {
        var admin = await installation.AsAsync("admin");
        var role = await AddAsync(admin, "porters", "requests.read");

        await admin.Post("/api/roles", new { code = "porters", names = Names("X"), permissions = new[] { "requests.read" } })
            .ShouldBeRefusedAsync("identity.role_code_taken", HttpStatusCode.Conflict);
        await admin.Put("/api/roles/porters", Change(role, 1, "requests.read", "customers.read")).ShouldBe(HttpStatusCode.OK);
        await admin.Put("/api/roles/porters", Change(role, 1, "requests.read")).ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);
        await admin.Put("/api/roles/nobodies", Change(role, 1)).ShouldBeRefusedAsync("identity.role_unknown", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_role_somebody_has_stays_and_one_nobody_has_goes()
    {
        var admin = await installation.AsAsync("admin");
        await AddAsync(admin, "short_lived", "requests.read");

        await admin.Delete("/api/roles/agent").ShouldBeRefusedAsync("identity.role_in_use", HttpStatusCode.Conflict);
        await admin.Delete("/api/roles/short_lived").ShouldBe(HttpStatusCode.NoContent);
        await admin.Delete("/api/roles/short_lived").ShouldBeRefusedAsync("identity.role_unknown", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_administrators_role_and_unknown_rights_are_refused()
    {
        var admin = await installation.AsAsync("admin");

        await admin.Put("/api/roles/admin", new { version = 1, names = Names("X"), permissions = Array.Empty<string>() })
            .ShouldBeRefusedAsync("identity.role_fixed", HttpStatusCode.Conflict);
        await admin.Delete("/api/roles/admin").ShouldBeRefusedAsync("identity.role_fixed", HttpStatusCode.Conflict);
        await admin.Post("/api/roles", new { code = "wizards", names = Names("X"), permissions = new[] { "world.rule" } })
            .ShouldBeRefusedAsync("identity.permission_unknown", HttpStatusCode.UnprocessableEntity);
        await admin.Post("/api/roles", new { code = "half", names = new { tr = "Yarım" }, permissions = new[] { "requests.read" } })
            .ShouldBeRefusedAsync("identity.name_needed", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Who_may_not_change_settings_does_not_change_roles()
    {
        var supervisor = await installation.AsAsync("supervisor1");

        await supervisor.Post("/api/roles", new { code = "mine", names = Names("X"), permissions = new[] { "identity.users" } }).ShouldBe(HttpStatusCode.Forbidden);
        await supervisor.Put("/api/roles/supervisor", new { version = 1, names = Names("X"), permissions = new[] { "identity.users" } }).ShouldBe(HttpStatusCode.Forbidden);
        await supervisor.Delete("/api/roles/store").ShouldBe(HttpStatusCode.Forbidden);
        await supervisor.Get("/api/permissions").ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Who_changes_roles_gives_no_right_he_has_not()
    {
        var admin = await installation.AsAsync("admin");
        await AddAsync(admin, "role_clerks", "identity.settings");
        var clerk = await installation.AddPersonAsync("roleclerk", "role_clerks");

        await clerk.Client.Post("/api/roles", new { code = "backdoor", names = Names("X"), permissions = new[] { "identity.users" } })
            .ShouldBeRefusedAsync("identity.beyond_own_rights", HttpStatusCode.Forbidden);
        await clerk.Client.Put("/api/roles/role_clerks", new { version = 1, names = Names("X"), permissions = new[] { "identity.settings", "identity.users" } })
            .ShouldBeRefusedAsync("identity.beyond_own_rights", HttpStatusCode.Forbidden);
    }

    private static async Task<JsonElement> AddAsync(HttpClient admin, string code, params string[] permissions)
        => await admin.Post("/api/roles", new { code, names = Names(code), permissions }).BodyAsync();

    private static object Change(JsonElement role, int version, params string[] permissions)
        => new { version, names = Names(role.GetProperty("code").GetString()!), permissions };

    private static object Names(string name) => new { tr = name, sv = name, en = name };
}
