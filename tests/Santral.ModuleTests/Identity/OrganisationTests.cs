using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Identity;

namespace Santral.ModuleTests.Identity;

/// <summary>The organisation and its business units.</summary>
public sealed class OrganisationTests(Installation installation) : IClassFixture<Installation>
{
    private IOrganisation Memory => installation.Services.GetRequiredService<IOrganisation>();

    [Fact]
    public async Task The_demo_has_three_units_with_their_own_words()
    {
        var organisation = await (await installation.AsAsync("agent1")).Get("/api/organisation").BodyAsync();

        var units = organisation.GetProperty("units").EnumerateArray()
            .Select(u => $"{u.GetProperty("code")} {u.GetProperty("requestSeries")} {u.GetProperty("language")} {u.GetProperty("region")} {u.GetProperty("timeZone")}").ToList();

        units.Take(3).ShouldBe(["internet ÇB tr TR Europe/Istanbul", "appliance DK tr TR Europe/Istanbul", "municipal KF sv SE Europe/Stockholm"]);
        Memory.IsDemo.ShouldBeTrue();
        Memory.Find("municipal")!.Names.Sv.ShouldBe("Miljöservice");
        Memory.Find("nowhere").ShouldBeNull();
    }

    [Fact]
    public async Task A_new_unit_is_known_at_once_and_given_once()
    {
        var admin = await installation.AsAsync("admin");

        await admin.Post("/api/organisation/units", Unit("water", "VA")).ShouldBe(HttpStatusCode.Created);
        await admin.Post("/api/organisation/units", Unit("water", "VA")).ShouldBeRefusedAsync("identity.unit_code_taken", HttpStatusCode.Conflict);

        Memory.Find("water")!.RequestSeries.ShouldBe("VA");
    }

    [Fact]
    public async Task A_changed_unit_is_known_at_once_and_an_old_reading_is_refused()
    {
        var admin = await installation.AsAsync("admin");
        var added = await admin.Post("/api/organisation/units", Unit("parks", "PK")).BodyAsync();
        var version = added.GetProperty("version").GetInt32();

        await admin.Put("/api/organisation/units/parks", Unit("parks", "PQ", version)).ShouldBe(HttpStatusCode.OK);

        Memory.Find("parks")!.RequestSeries.ShouldBe("PQ");
        await admin.Put("/api/organisation/units/parks", Unit("parks", "PR", version)).ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);
        await admin.Put("/api/organisation/units/moon", Unit("moon", "MN", 1)).ShouldBeRefusedAsync("identity.unit_unknown", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_organisation_is_renamed_and_everybody_sees_it()
    {
        var admin = await installation.AsAsync("admin");
        var read = await admin.Get("/api/organisation").BodyAsync();
        var change = new { version = read.GetProperty("version").GetInt32(), name = "Santral Deneme", language = "tr", timeZone = "Europe/Istanbul" };

        await admin.Put("/api/organisation", change).ShouldBe(HttpStatusCode.OK);
        (await admin.Get("/api/me").BodyAsync()).GetProperty("organisation").GetString().ShouldBe("Santral Deneme");
        await admin.Put("/api/organisation", change with { name = "Other" }).ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);
        await admin.Put("/api/organisation", change with { timeZone = "Mars/Olympus" }).ShouldBeRefusedAsync("identity.time_zone_unknown", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Who_may_not_change_settings_does_not()
    {
        var agent = await installation.AsAsync("agent1");

        await agent.Put("/api/organisation", new { version = 1, name = "X", language = "tr", timeZone = "Europe/Istanbul" })
            .ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
        await agent.Post("/api/organisation/units", Unit("mine", "MI")).ShouldBe(HttpStatusCode.Forbidden);
        await agent.Put("/api/organisation/units/internet", Unit("internet", "MI", 1)).ShouldBe(HttpStatusCode.Forbidden);
    }

    private static object Unit(string code, string series, int? version = null)
        => new { version, code, names = new { tr = code, sv = code, en = code }, requestSeries = series, language = "sv", region = "SE", timeZone = "Europe/Stockholm" };
}
