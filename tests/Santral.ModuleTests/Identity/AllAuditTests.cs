using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Kernel;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Identity;

/// <summary>The trails of all modules are read as one.</summary>
public sealed class AllAuditTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task A_request_a_team_and_a_template_tell_who_changed_them_in_the_readers_words()
    {
        var (agent, admin) = (await installation.AsAsync("agent1"), await installation.AsAsync("admin"));
        var request = await agent.ADescribedRequestAsync("Denetlenen konu");
        await agent.ChangeAsync(request, ("subject", "Değişen konu"));

        var row = (await RowsAsync($"?id={request.IdOf()}&act=changed"))[0];

        row.TextOf("module").ShouldBe("requests");
        row.TextOf("entityName").ShouldBe("Başvuru");
        row.TextOf("subject").ShouldBe(request.NumberOf());
        row.TextOf("page").ShouldBe($"/requests/{request.IdOf()}");
        row.TextOf("userName").ShouldBe((await installation.UserAsync("agent1")).TextOf("displayName"));
        var subject = ChangeOf(row, "subject");
        (subject.TextOf("name"), subject.TextOf("from"), subject.TextOf("to")).ShouldBe(("Konu", "Denetlenen konu", "Değişen konu"));
        ChangeOf((await RowsAsync($"?id={request.IdOf()}&act=added"))[0], "stageCode").TextOf("to").ShouldNotBe("new");

        var team = (await admin.Get("/api/queues/teams").BodyAsync()).EnumerateArray().First();
        var rows = await RowsAsync($"?module=queues&id={team.IdOf()}");
        ChangeOf(rows.Single(r => r.TextOf("entity") == "Team" && r.TextOf("act") == "added"), "namesTr").TextOf("to").ShouldNotBeEmpty();
        rows.Where(r => r.TextOf("entity") == "TeamMember").ShouldAllBe(r => ChangeOf(r, "agent").TextOf("to").Contains(' '));
        rows.First(r => r.TextOf("entity") == "Team").GetProperty("changes").EnumerateArray().ShouldAllBe(c => !c.GetProperty("isSecret").GetBoolean(), "an empty value is none that is kept secret");
        ChangeOf((await RowsAsync("?entity=NoteTemplate"))[0], "textsTr").TextOf("to").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Read_page_by_page_it_has_every_line_of_every_module_once_newest_first()
    {
        await DiscloseAsync(120);
        var until = Uri.EscapeDataString(DateTimeOffset.UtcNow.AddSeconds(1).ToString("O"));
        var written = new HashSet<string>();
        using (var scope = installation.Services.CreateScope())
        {
            foreach (var database in scope.ServiceProvider.GetServices<ModuleDatabase>())
            {
                var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(database.Context);
                written.UnionWith((await db.AuditTrail.Select(r => r.Id).ToListAsync(Given.Stop)).Select(i => i.ToString()));
            }
        }

        var (client, ids, modules, next) = (await installation.AsAsync("admin"), new List<string>(), new HashSet<string>(), "");
        do
        {
            var page = await client.Get($"/api/audit?until={until}{next}").BodyAsync();
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(r => r.IdOf()));
            modules.UnionWith(page.GetProperty("items").EnumerateArray().Select(r => r.TextOf("module")));
            next = page.GetProperty("next").GetString() is { } place ? $"&before={place}" : "";
        }
        while (next.Length > 0);

        ids.ShouldBeUnique();
        ids.ShouldBe(ids.OrderByDescending(i => i, StringComparer.Ordinal));
        written.Except(ids).ShouldBeEmpty();
        (ids.Count - written.Count).ShouldBeGreaterThanOrEqualTo(120);
        modules.ShouldBeSubsetOf(["identity", "definitions", "customers", "requests", "queues", "clocks", "knowledge", "ivr", "calls", "billing", "mailroom", "processes", "workplace"]);
        modules.Count.ShouldBeGreaterThan(7);
    }

    [Fact]
    public async Task What_of_accounts_was_shown_or_withheld_stands_in_it_under_the_call()
    {
        var call = await DiscloseAsync(60);

        var rows = await RowsAsync($"?id={call}");

        rows.Count.ShouldBe(50);
        rows.ShouldAllBe(r => r.TextOf("entityName") == "Hesap bilgisinin açıklanması" && r.TextOf("actName") == "Gösterilmedi");
        ChangeOf(rows[0], "ground").TextOf("to").ShouldBe("doğrulanmadı");
        ChangeOf(rows[0], "operation").TextOf("to").ShouldNotBe("invoices");
        (await RowsAsync($"?id={call}&act=readOut")).ShouldBeEmpty();
        (await RowsAsync($"?id={call}&entity=Request")).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_asked_by_person_act_and_time()
    {
        var before = DateTimeOffset.UtcNow;
        var person = await installation.AddPersonAsync("asked");
        var user = person.Id;

        (await RowsAsync($"?user={user}")).Select(r => r.TextOf("act")).ShouldBe(["signed_in"]);
        (await RowsAsync($"?user={user}&act=signed_out")).ShouldBeEmpty();
        (await RowsAsync($"?id={user}&until={Uri.EscapeDataString(before.AddSeconds(-1).ToString("O"))}")).ShouldBeEmpty();
        (await RowsAsync($"?id={user}&from={Uri.EscapeDataString(before.AddSeconds(-1).ToString("O"))}")).Count.ShouldBe(2);
        (await RowsAsync("?module=nothing")).ShouldBeEmpty();
        var kinds = await (await installation.AsAsync("admin")).Get("/api/audit/kinds").BodyAsync();
        kinds.EnumerateArray().Single(m => m.TextOf("code") == "requests").GetProperty("kinds").EnumerateArray().Select(k => k.TextOf("name")).ShouldContain("Başvuru");
    }

    [Fact]
    public async Task Who_does_not_see_a_record_learns_only_that_something_happened()
    {
        var admin = await installation.AsAsync("admin");
        await admin.Post("/api/roles", new { code = "auditor", names = new { tr = "Denetçi", sv = "Granskare", en = "Auditor" }, permissions = new[] { "identity.audit" } }).ShouldBe(HttpStatusCode.Created);
        var auditor = (await installation.AddPersonAsync("auditor", "auditor")).Client;
        var request = await (await installation.AsAsync("agent1")).ADescribedRequestAsync("Gizlikonu");

        var answer = await auditor.Get($"/api/audit?id={request.IdOf()}").BodyAsync();
        var customers = await auditor.Get("/api/audit?module=customers").BodyAsync();
        var file = await (await auditor.Get($"/api/audit/export?id={request.IdOf()}")).Content.ReadAsStringAsync();

        answer.GetProperty("items").GetArrayLength().ShouldBeGreaterThan(0);
        answer.GetRawText().ShouldNotContain("Gizlikonu");
        answer.GetProperty("items").EnumerateArray().ShouldAllBe(r => r.GetProperty("isHidden").GetBoolean() && r.GetProperty("changes").GetArrayLength() == 0 && r.GetProperty("page").ValueKind == JsonValueKind.Null);
        customers.GetRawText().ShouldNotContain("Elif");
        file.ShouldNotContain("Gizlikonu");
    }

    [Fact]
    public async Task As_a_file_it_runs_no_formula_and_that_it_was_taken_out_is_written_down()
    {
        var agent = await installation.AsAsync("agent1");
        var request = await agent.ADescribedRequestAsync("=HYPERLINK(\"http://x\")");
        var admin = await installation.AsAsync("admin");

        var answer = await admin.Get($"/api/audit/export?id={request.IdOf()}");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldContain("Kim;Modül;Kayıt türü;Kayıt;İşlem;Alan;Eski değer;Yeni değer");
        lines.ShouldContain(l => l.Contains("'=HYPERLINK"));
        lines.ShouldNotContain(l => l.Contains(";=HYPERLINK") || l.Contains(";\"=HYPERLINK"));
        var exported = (await RowsAsync("?entity=AuditTrail"))[0];
        exported.TextOf("actName").ShouldBe("Dışarı aktardı");
        ChangeOf(exported, "filter").TextOf("to").ShouldContain(request.IdOf());
        await agent.Get("/api/audit/export").ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
        await agent.Get("/api/audit/kinds").ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
    }

    /// <summary>Lines of one millisecond: more than a page of them.</summary>
    private async Task<Guid> DiscloseAsync(int count)
    {
        var (call, at) = (Guid.CreateVersion7(), DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()));
        using var scope = installation.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CallsDb>();
        for (var i = 0; i < count; i++)
        {
            // Later numbers are not later instants: a journal may be written down out of order.
            db.Disclosures.Add(CallDisclosure.Of(new Disclosure(
                new CallId(call), new CustomerId(Guid.CreateVersion7()), installation.PersonOf("agent1"), "invoices", DisclosureWay.Withheld, DisclosureGround.NotVerified, at.AddTicks((count - i) * 10))));
        }

        await db.SaveChangesAsync(Given.Stop);
        return call;
    }

    private async Task<List<JsonElement>> RowsAsync(string question)
        => [.. (await (await installation.AsAsync("admin")).Get($"/api/audit{question}").BodyAsync()).GetProperty("items").EnumerateArray()];

    private static JsonElement ChangeOf(JsonElement row, string field) => row.GetProperty("changes").EnumerateArray().Single(c => c.TextOf("field") == field);
}
