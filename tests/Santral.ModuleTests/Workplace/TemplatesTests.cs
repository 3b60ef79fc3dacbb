using System.Text.Json;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Workplace;

/// <summary>Templates: defined by who may, taken in a follow-up note, filled in from the request (W-D08).</summary>
[Collection(WorkplaceCollection.Name)]
public sealed class TemplatesTests(Installation installation)
{
    [Fact]
    [Requirement("W-D08")]
    public async Task A_template_picked_in_a_note_arrives_filled_in_with_customer_and_number_in_the_customers_language()
    {
        var agent = await installation.AsAsync("agent1");
        var template = await DefineAsync(new
        {
            names = Three("Adres değişti", "Adressen ändrad", "Address changed"),
            texts = Three("Sayın {{customer.name}}, {{request.number}} ({{request.opened}}) tamam. {{agent.name}}, {{team.name|ekibimiz}}", "Hej {{customer.name}}, {{request.number}} klart.", ""),
        });
        var call = await installation.ACallAsync();
        var request = await agent.ARequestAsync(new { callId = call.Id.Value, customerId = call.Caller.Customer!.Id.Value });
        var number = (await agent.CardAsync(request.IdOf())).NumberOf();

        var offered = (await agent.GetAsync($"/api/requests/{request.IdOf()}/templates", Given.Stop).BodyAsync()).EnumerateArray().ToList();

        var merged = offered.Single(t => t.IdOf() == template.IdOf());
        merged.TextOf("language").ShouldBe("tr");
        merged.TextOf("name").ShouldBe("Adres değişti");
        merged.TextOf("text").ShouldStartWith($"Sayın {call.Caller.Customer!.Name}, {number} (");
        merged.TextOf("text").ShouldEndWith(" tamam. Faruk Demir, ekibimiz");
        merged.GetProperty("missing").GetArrayLength().ShouldBe(0);
        await agent.PostAsJsonAsync($"/api/requests/{request.IdOf()}/notes", new { text = merged.TextOf("text") }, Given.Stop).BodyAsync();
        (await agent.TimelineAsync(request.IdOf())).Single(e => e.TextOf("kind") == "note").GetProperty("note").TextOf("text").ShouldBe(merged.TextOf("text"));
    }

    [Fact]
    [Requirement("W-D08")]
    public async Task Templates_are_offered_in_their_unit_only_and_the_most_used_first()
    {
        var agent = await installation.AsAsync("agent1");
        var everywhere = await DefineAsync(Body("everywhere"));
        var internet = await DefineAsync(Body("only internet", unit: "internet"));
        var municipal = await DefineAsync(Body("only municipal", unit: "municipal"));
        var off = await DefineAsync(new { names = Three("off", "off", "off"), texts = Three("x", "x", "x"), isActive = false });
        var mail = await DefineAsync(new { names = Three("mail", "mail", "mail"), texts = Three("x", "x", "x"), kind = "mail" });
        var request = await agent.ARequestAsync(new { unit = "internet" });
        for (var i = 0; i < 2; i++)
        {
            await agent.PostAsync($"/api/note-templates/{internet.IdOf()}/uses", null, Given.Stop).BodyAsync();
        }

        var ids = (await agent.GetAsync($"/api/requests/{request.IdOf()}/templates", Given.Stop).BodyAsync()).EnumerateArray().Select(t => t.IdOf()).ToList();

        ids.ShouldContain(everywhere.IdOf());
        ids.IndexOf(internet.IdOf()).ShouldBeLessThan(ids.IndexOf(everywhere.IdOf()));
        ids.ShouldNotContain(municipal.IdOf());
        ids.ShouldNotContain(off.IdOf());
        ids.ShouldContain(mail.IdOf());
    }

    [Fact]
    public async Task A_swedish_request_gets_the_swedish_text_and_what_is_not_known_is_named()
    {
        var template = await DefineAsync(new { names = Three("Bokad", "Bokad", "Booked"), texts = Three("tr {{owner.name}}", "sv {{owner.name}}", "en") });
        var agent = await installation.AsAsync("agent3");
        var request = await agent.ARequestAsync(new { unit = "municipal" });

        var merged = (await agent.GetAsync($"/api/requests/{request.IdOf()}/templates", Given.Stop).BodyAsync()).EnumerateArray().Single(t => t.IdOf() == template.IdOf());

        merged.TextOf("text").ShouldBe("sv [handläggare]");
        merged.GetProperty("missing").EnumerateArray().Select(m => m.GetString()).ShouldBe(["owner.name"]);
    }

    [Fact]
    public async Task A_preview_reads_a_real_request_in_every_language()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var number = (await supervisor.CardAsync((await supervisor.ARequestAsync(new { unit = "internet" })).IdOf())).NumberOf();

        var preview = await supervisor.PostAsJsonAsync(
            "/api/note-templates/preview", new { texts = Three("no {{request.number}}", "", "number {{request.number}}"), number }, Given.Stop).BodyAsync();

        preview.GetProperty("tr").TextOf("text").ShouldBe($"no {number}");
        preview.GetProperty("sv").ValueKind.ShouldBe(JsonValueKind.Null);
        preview.GetProperty("en").TextOf("text").ShouldBe($"number {number}");
        await supervisor.PostAsJsonAsync("/api/note-templates/preview", new { texts = Three("x", "", ""), number = "ÇB-00-9999" }, Given.Stop).ShouldBeRefusedAsync("requests.unknown");
    }

    [Fact]
    public async Task Unknown_places_empty_texts_foreign_units_and_stale_changes_are_refused()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var refused = await supervisor.PostAsJsonAsync("/api/note-templates", new { names = Three("a", "", ""), texts = Three("Sayın {{customer.pasword}}", "", "") }, Given.Stop)
            .ShouldBeRefusedAsync("requests.template_variable_unknown", HttpStatusCode.UnprocessableEntity);
        refused.GetProperty("args").TextOf("known").ShouldContain("customer.name");
        await RefusedAsync(new { names = Three("a", "", ""), texts = Three("{{customer.name", "", "") }, "requests.template_braces");
        await RefusedAsync(new { names = Three("a", "", ""), texts = Three(" ", "", "") }, "requests.template_empty");
        await RefusedAsync(new { names = Three(" ", "", ""), texts = Three("x", "", "") }, "requests.name_needed");
        await RefusedAsync(new { names = Three(new string('x', 81), "", ""), texts = Three("x", "", "") }, "requests.name_too_long");
        await RefusedAsync(new { names = Three("a", "", ""), texts = Three(new string('x', 6001), "", "") }, "requests.template_too_long");
        await RefusedAsync(Body("a", unit: "mars"), "requests.unit_unknown");
        await RefusedAsync(new { names = Three("a", "", ""), texts = Three("x", "", ""), categoryId = Guid.Empty }, "requests.category_unknown");
        await RefusedAsync(new { names = Three("a", "", ""), texts = Three("x", "", ""), kind = "fax" }, "request.invalid");
        await RefusedAsync(new { names = "a" }, "request.invalid");

        var template = await DefineAsync(Body("stale"));
        await supervisor.PutAsJsonAsync($"/api/note-templates/{template.IdOf()}", new { names = Three("b", "", ""), texts = Three("x", "", ""), version = 1 }, Given.Stop).BodyAsync();
        var problem = await supervisor.PutAsJsonAsync($"/api/note-templates/{template.IdOf()}", new { names = Three("c", "", ""), texts = Three("x", "", ""), version = 1 }, Given.Stop)
            .ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);
        problem.GetProperty("current").GetProperty("names").TextOf("tr").ShouldBe("b");

        Task RefusedAsync(object body, string code) => supervisor.PostAsJsonAsync("/api/note-templates", body, Given.Stop).ShouldBeRefusedAsync(code);
    }

    [Fact]
    public async Task Only_who_may_define_defines_and_a_deleted_one_is_gone()
    {
        var agent = await installation.AsAsync("agent1");
        var template = await DefineAsync(Body("deleted"));
        await agent.PostAsJsonAsync("/api/note-templates", Body("x"), Given.Stop).ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
        await agent.DeleteAsync($"/api/note-templates/{template.IdOf()}", Given.Stop).ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
        await (await installation.AsAsync("buyer1")).GetAsync($"/api/requests/{Guid.Empty}/templates", Given.Stop).ShouldBeRefusedAsync("identity.not_permitted");

        var supervisor = await installation.AsAsync("supervisor1");
        await supervisor.DeleteAsync($"/api/note-templates/{template.IdOf()}", Given.Stop).BodyAsync();
        await supervisor.DeleteAsync($"/api/note-templates/{template.IdOf()}", Given.Stop).ShouldBeRefusedAsync("requests.template_unknown", HttpStatusCode.NotFound);
        await agent.PostAsync($"/api/note-templates/{template.IdOf()}/uses", null, Given.Stop).ShouldBeRefusedAsync("requests.template_unknown");
    }

    [Fact]
    [Requirement("W-D08")]
    public async Task The_readiness_page_says_how_many_templates_there_are()
    {
        var supervisor = await installation.AsAsync("supervisor1");

        var row = (await supervisor.GetAsync("/api/definitions/readiness", Given.Stop).BodyAsync()).ToString();

        row.ShouldContain("W-D08");
        row.ShouldContain("/templates");
    }

    private async Task<JsonElement> DefineAsync(object body)
        => await (await installation.AsAsync("supervisor1")).PostAsJsonAsync("/api/note-templates", body, Given.Stop).BodyAsync();

    private static object Body(string name, string? unit = null) => new { names = Three(name, name, name), texts = Three(name, name, name), unit };

    private static object Three(string tr, string sv, string en) => new { tr, sv, en };
}
