using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Definitions;
using Santral.Identity;

namespace Santral.ModuleTests.Definitions;

/// <summary>What forms are offered, what the page shows, and what a new installation starts with.</summary>
[Collection(DefinitionsCollection.Name)]
public sealed class OfferTests(DefinitionsInstallation installation)
{
    [Fact]
    public async Task The_offer_is_one_answer_that_a_browser_keeps_until_something_changes()
    {
        var agent = await installation.AsAsync("agent1");
        var supervisor = await installation.AsAsync("supervisor1");
        var first = await agent.GetAsync("/api/definitions/offer?unit=internet", Given.Stop);
        var body = await first.BodyAsync();

        body.GetProperty("tables").EnumerateObject().Select(t => t.Name).ShouldContain(DefinitionTables.Priorities);
        (await AgainAsync(first.Headers.ETag!)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        await supervisor.AShelfAsync();
        (await AgainAsync(first.Headers.ETag!)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await agent.GetAsync("/api/definitions/offer?unit=moon", Given.Stop).ShouldBeRefusedAsync("definitions.unit_unknown", HttpStatusCode.UnprocessableEntity);
        await installation.Anonymous().GetAsync("/api/definitions/offer", Given.Stop).ShouldBeRefusedAsync("identity.sign_in_needed");

        async Task<HttpResponseMessage> AgainAsync(EntityTagHeaderValue mark)
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, "/api/definitions/offer?unit=internet") { Headers = { IfNoneMatch = { mark } } };
            return await agent.SendAsync(question, Given.Stop);
        }
    }

    [Fact]
    public async Task Each_unit_is_offered_the_categories_of_its_trade()
    {
        var agent = await installation.AsAsync("agent1");

        async Task<List<string>> Roots(string unit) => [.. (await agent.OfferAsync(DefinitionTables.RequestCategories, unit))
            .Where(r => r.GetProperty("level").GetInt32() == 1).Select(r => r.GetProperty("names").GetProperty(unit == "municipal" ? "sv" : "tr").GetString()!)];

        (await Roots("internet")).ShouldBe(["Ürün Hatası", "Hizmet Kesintisi", "Fatura", "Kurulum", "İade"]);
        (await Roots("appliance")).ShouldContain("Arıza/Talep");
        (await Roots("municipal")).ShouldContain("Avfall & återvinning");
    }

    [Fact]
    public async Task A_form_asks_which_rows_are_used_most()
    {
        var agent = await installation.AsAsync("agent1");
        var row = await (await installation.AsAsync("supervisor1")).AShelfAsync();
        installation.Used.Store(row.Id(), 41);

        var uses = await agent.GetAsync($"/api/definitions/offer/uses?table={Given.Shelves}", Given.Stop).BodyAsync();

        uses.GetProperty(row.Id()).GetInt64().ShouldBe(41);
        await agent.GetAsync("/api/definitions/offer/uses?table=moons", Given.Stop).ShouldBeRefusedAsync("definitions.table_unknown");
    }

    [Fact]
    public async Task The_page_lists_tables_with_counts_by_level()
    {
        var tables = (await (await installation.AsAsync("agent1")).GetAsync("/api/definitions/tables", Given.Stop).BodyAsync()).EnumerateArray().ToList();

        var requests = tables.Single(t => t.Text("code") == DefinitionTables.RequestCategories);
        requests.GetProperty("levels").GetInt32().ShouldBe(3);
        requests.GetProperty("offered").EnumerateArray().Select(c => c.GetInt32()).ShouldAllBe(c => c > 10);
        tables.Select(t => t.Text("code")).Take(4).ShouldBe(
            [DefinitionTables.InteractionCategories, DefinitionTables.ContactMethods, DefinitionTables.Priorities, DefinitionTables.RequestCategories]);
    }

    [Fact]
    [Requirement("P-07")]
    public async Task The_readiness_page_lists_every_prerequisite_as_done_missing_or_later()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        async Task<Dictionary<string, JsonElement>> Rows() => (await supervisor.GetAsync("/api/definitions/readiness", Given.Stop).BodyAsync())
            .GetProperty("rows").EnumerateArray().ToDictionary(r => r.Text("row"));

        var rows = await Rows();
        rows.Keys.ShouldBe(Enumerable.Range(1, 23).Select(n => $"W-D{n:00}"));
        foreach (var row in new[] { "W-D01", "W-D05", "W-D06", "W-D07", "W-D10", "W-D11", "W-D12", "W-D20", "W-D21" })
        {
            rows[row].GetProperty("count").GetInt32().ShouldBeGreaterThan(0, row);
            rows[row].Text("state").ShouldBeOneOf("ready", "warning");
        }

        rows["W-D05"].Text("path").ShouldBe("/definitions/request_categories");
        rows["W-D17"].Text("state").ShouldBe("later", "fault codes belong to a later module");

        var rejections = (await supervisor.RowsAsync(DefinitionTables.ReturnRejections)).ToList();
        foreach (var row in rejections)
        {
            await supervisor.DoAsync(row, "deactivate").BodyAsync();
        }

        (await Rows())["W-D21"].Text("state").ShouldBe("missing");
        foreach (var row in rejections)
        {
            await supervisor.DoAsync(await supervisor.RowAsync(row), "activate").BodyAsync();
        }

        (await Rows())["W-D21"].Text("state").ShouldBe("ready");
        var added = await supervisor.AddAsync(new { names = Given.Only("Çevirisiz") }, DefinitionTables.ReturnRejections).BodyAsync();
        var warned = (await Rows())["W-D21"];
        warned.Text("state").ShouldBe("warning");
        warned.GetProperty("warningCount").GetInt32().ShouldBe(1);
        await supervisor.DeleteAsync(added);
    }

    [Fact]
    public async Task What_an_operator_removed_stays_removed_and_a_new_unit_gets_what_a_unit_starts_with()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var fax = (await supervisor.RowsAsync(DefinitionTables.ReturnCategories)).Single(r => r.Text("code") == "surplus");
        await supervisor.DeleteAsync(fax);
        var renamed = (await supervisor.RowsAsync(DefinitionTables.ReturnCategories)).Single(r => r.Text("code") == "wrong_delivery");
        await supervisor.ChangeAsync(renamed, new { version = renamed.Version(), names = Given.Only("Başka mal geldi") });

        await installation.Services.GetRequiredService<DemoLoader>().PrepareAsync(Given.Stop);

        var rows = await supervisor.RowsAsync(DefinitionTables.ReturnCategories);
        rows.ShouldNotContain(r => r.Text("code") == "surplus");
        rows.Single(r => r.Text("code") == "wrong_delivery").NameTr().ShouldBe("Başka mal geldi");

        var admin = await installation.AsAsync("admin");
        await admin.PostAsJsonAsync(
            "/api/organisation/units",
            new { code = "harbour", names = new Names("Liman", "Hamn", "Harbour"), requestSeries = "LM", language = "sv", region = "SE", timeZone = "Europe/Stockholm" },
            Given.Stop).BodyAsync();
        var harbour = await admin.OfferAsync(DefinitionTables.RequestCategories, "harbour");
        harbour.Select(r => r.NameTr()).ShouldContain("Ürün Hatası");
        harbour.ShouldAllBe(r => r.Text("unit") == "harbour");
    }

    [Fact]
    public async Task Every_change_is_in_the_history_with_what_it_was_before()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var row = await supervisor.AShelfAsync("Tarihçe 1");
        var changed = await supervisor.ChangeAsync(row, new { version = row.Version(), names = Given.Only("Tarihçe 2"), values = new { place = "Depo 3" } });
        var closed = await supervisor.DoAsync(changed, "deactivate").BodyAsync();

        var history = (await supervisor.GetAsync($"/api/definitions/rows/{row.Id()}/history", Given.Stop).BodyAsync()).EnumerateArray().ToList();

        history.Select(h => h.Text("act")).ShouldBe(["changed", "changed", "added"]);
        Changes(history[0]).ShouldBe(["isActive: True -> False"]);
        Changes(history[1]).ShouldBe(["nameTr: Tarihçe 1 -> Tarihçe 2", "place:  -> Depo 3"], ignoreOrder: true);
        history[0].Text("userName").ShouldNotBeNullOrWhiteSpace();

        await supervisor.DeleteAsync(closed);
        var ofTable = (await supervisor.GetAsync($"/api/definitions/tables/{Given.Shelves}/history", Given.Stop).BodyAsync()).EnumerateArray().ToList();
        ofTable.ShouldContain(h => h.Text("act") == "row_deleted" && h.Text("name") == "Tarihçe 2");

        static IEnumerable<string> Changes(JsonElement entry)
            => entry.GetProperty("changes").EnumerateArray().Select(c => $"{c.Text("what")}: {c.GetProperty("from").GetString()} -> {c.GetProperty("to").GetString()}");
    }

    [Fact]
    public async Task Forms_that_are_open_are_told_of_a_change()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        await using var scope = installation.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Santral.Definitions.Data.DefinitionsDb>();
        var before = db.Outbox.Count();

        await supervisor.AShelfAsync();
        await installation.DeliverFactsAsync();

        db.Outbox.Count(o => o.Name == "definitions.changed" && o.DoneAt != null).ShouldBeGreaterThan(0);
        db.Outbox.Count().ShouldBe(before + 1);
    }
}
