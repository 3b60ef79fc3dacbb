using System.Text.Json;

namespace Santral.ModuleTests.Identity;

/// <summary>Who changed what in accounts can be read, by who may.</summary>
public sealed class AuditTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task A_changed_account_tells_who_changed_it_from_what_to_what()
    {
        var person = await installation.AddPersonAsync("audited");
        await (await installation.AsAsync("admin")).ChangeUserAsync(await installation.UserAsync("audited"), roles: ["store", "buyer"]).ShouldBe(HttpStatusCode.OK);

        var rows = await RowsAsync($"/api/audit?entity=User&id={person.Id}");

        var changed = rows.First(r => r.GetProperty("act").GetString() == "changed");
        changed.GetProperty("userName").GetString().ShouldBe((await installation.UserAsync("admin")).GetProperty("displayName").GetString());
        var roles = changed.GetProperty("changes").EnumerateArray().Single(c => c.GetProperty("field").GetString() == "roles");
        roles.GetProperty("from").GetString().ShouldBe("agent");
        roles.GetProperty("to").GetString().ShouldBe("store buyer");
        roles.GetProperty("came").GetArrayLength().ShouldBe(2);
        roles.GetProperty("went").GetArrayLength().ShouldBe(1);
        rows.Select(r => r.GetProperty("act").GetString()).ShouldBe(["changed", "signed_in", "added"]);
        rows[1].GetProperty("userId").GetString().ShouldBe(person.Id.ToString());
    }

    [Fact]
    public async Task A_changed_role_or_unit_is_named_as_it_is_called_now()
    {
        var admin = await installation.AsAsync("admin");
        await admin.Post("/api/roles", new { code = "night_shift", names = new { tr = "Gece ekibi", sv = "Nattskift", en = "Night shift" }, permissions = new[] { "requests.read" } }).ShouldBe(HttpStatusCode.Created);

        var rows = await RowsAsync("/api/audit?entity=Role");

        rows[0].GetProperty("act").GetString().ShouldBe("added");
        rows[0].GetProperty("subject").GetString().ShouldBe("Gece ekibi");
        rows[0].GetProperty("entityName").GetString().ShouldBe("Rol");
        rows[0].GetProperty("page").GetString().ShouldBe("/users/roles");
    }

    [Fact]
    public async Task Wrong_sign_ins_and_second_factors_are_written_and_no_secret_is()
    {
        var person = await installation.AddPersonAsync("watched");
        await installation.Anonymous().SignIn("watched", "not-the-password").ShouldBeRefusedAsync("identity.wrong_credentials");
        await person.Client.Put("/api/me/password", new { current = person.Password, next = "yeşil traktör" }).ShouldBe(HttpStatusCode.NoContent);
        await person.Client.Post("/api/me/desk-phone").ShouldBe(HttpStatusCode.OK);

        var rows = await RowsAsync($"/api/audit?id={person.Id}");

        var acts = rows.Select(r => r.GetProperty("act").GetString()!).ToList();
        acts.ShouldContain("sign_in_failed");
        acts.ShouldContain("password_changed");
        acts.ShouldContain("desk_phone_made");
        var text = string.Concat(rows.Select(r => r.GetRawText()));
        text.ShouldNotContain("not-the-password");
        text.ShouldNotContain("traktör");
        rows.SelectMany(r => r.GetProperty("changes").EnumerateArray()).Where(c => c.GetProperty("field").GetString() == "passwordHash")
            .ShouldAllBe(c => c.GetProperty("to").ValueKind == JsonValueKind.Null && c.GetProperty("isSecret").GetBoolean());
    }

    [Fact]
    public async Task A_long_trail_is_read_page_by_page_without_gap_or_twin()
    {
        var person = await installation.AddPersonAsync("busy");
        for (var i = 0; i < 60; i++)
        {
            await person.Client.Put("/api/me", new { language = "tr", theme = "dark", displayName = $"Deniz {i}" }).ShouldBe(HttpStatusCode.OK);
        }

        var client = await installation.AsAsync("supervisor1");
        var ids = new List<string>();
        var next = "";
        do
        {
            var page = await client.Get($"/api/audit?id={person.Id}{next}").BodyAsync();
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("id").GetString()!));
            next = page.GetProperty("next").GetString() is { } place ? $"&before={place}" : "";
        }
        while (next.Length > 0);

        ids.Count.ShouldBe(62);
        ids.ShouldBeUnique();
    }

    [Fact]
    public async Task Who_may_not_read_it_does_not_and_a_place_that_is_none_is_refused()
    {
        await (await installation.AsAsync("agent1")).Get("/api/audit").ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
        await (await installation.AsAsync("admin")).Get("/api/audit?before=yesterday").ShouldBeRefusedAsync("request.cursor_invalid", HttpStatusCode.UnprocessableEntity);
        await (await installation.AsAsync("admin")).Get("/api/audit?before=99999999999999999999-1").ShouldBeRefusedAsync("request.cursor_invalid");
        await (await installation.AsAsync("admin")).Get("/api/audit?id=nonsense").ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);
    }

    private async Task<List<JsonElement>> RowsAsync(string path)
        => [.. (await (await installation.AsAsync("admin")).Get(path).BodyAsync()).GetProperty("items").EnumerateArray()];
}
