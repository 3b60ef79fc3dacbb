using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Definitions;
using Santral.Contracts.Queues;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Workplace;

/// <summary>Macros: a bundle of changes made by the same rules as by hand, all or none.</summary>
[Collection(WorkplaceCollection.Name)]
public sealed class MacrosTests(Installation installation)
{
    [Fact]
    public async Task A_macro_makes_all_its_steps_in_one_go()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var request = await DescribedAsync(supervisor);
        var macro = await DefineAsync(new
        {
            names = Three("Yükselt"),
            isShared = true,
            then = "next",
            key = "F10",
            steps = new object[]
            {
                new { kind = "stage", stage = await StageAsync(supervisor, request, "inProgress") },
                new { kind = "note", templateId = await TemplateAsync("{{request.number}} yükseltildi") },
                new { kind = "priority", definitionId = Definition(DefinitionTables.Priorities, "high") },
                new { kind = "addTags", tags = new[] { "kampanya" } },
                new { kind = "owner", toMe = true },
                new { kind = "team", teamId = Team("advanced_support") },
            },
        });
        macro.TextOf("key").ShouldBe("f10");

        var card = await UseAsync(supervisor, request, macro).BodyAsync();

        card.GetProperty("stage").TextOf("kind").ShouldBe("inProgress");
        card.GetProperty("priority").TextOf("code").ShouldBe("high");
        card.GetProperty("owner").GetProperty("id").GetGuid().ShouldBe(installation.PersonOf("supervisor1").Value);
        card.GetProperty("team").TextOf("code").ShouldBe("advanced_support");
        card.GetProperty("tags").EnumerateArray().Select(t => t.GetString()).ShouldBe(["kampanya"]);
        (await supervisor.TimelineAsync(request.IdOf())).Single(e => e.TextOf("kind") == "note").GetProperty("note").TextOf("text").ShouldBe($"{request.NumberOf()} yükseltildi");
    }

    [Fact]
    public async Task A_step_that_is_refused_cancels_all_and_says_which_and_why()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var request = await DescribedAsync(supervisor);
        var macro = await DefineAsync(new
        {
            names = Three("Kapat"),
            isShared = true,
            steps = new object[]
            {
                new { kind = "addTags", tags = new[] { "never" } },
                new { kind = "note", templateId = await TemplateAsync("not") },
                // A new request cannot be closed without being resolved first.
                new { kind = "stage", stage = await StageAsync(supervisor, request, "closed", any: true) },
            },
        });

        var problem = await UseAsync(supervisor, request, macro).ShouldBeRefusedAsync("requests.macro_refused");

        problem.GetProperty("args").TextOf("step").ShouldBe("Aşama");
        problem.GetProperty("args").TextOf("code").ShouldStartWith("processes.stage");
        var card = await supervisor.CardAsync(request.IdOf());
        card.VersionOf().ShouldBe(request.VersionOf());
        card.GetProperty("tags").GetArrayLength().ShouldBe(0);
        (await supervisor.TimelineAsync(request.IdOf())).ShouldNotContain(e => e.TextOf("kind") == "note");
    }

    [Fact]
    public async Task A_macro_is_no_way_around_a_right()
    {
        var macro = await DefineAsync(new { names = Three("Takıma ver"), isShared = true, steps = new object[] { new { kind = "team", teamId = Team("technical_support") } } });
        var agent = await installation.AsAsync("agent1");
        var request = await DescribedAsync(agent);
        var byHand = await agent.PutAsJsonAsync($"/api/requests/{request.IdOf()}/team", new { version = request.VersionOf(), teamId = Team("technical_support") }, Given.Stop);
        var version = (await agent.CardAsync(request.IdOf())).VersionOf();

        var byMacro = await agent.PostAsJsonAsync($"/api/requests/{request.IdOf()}/macros/{macro.IdOf()}", new { version }, Given.Stop);

        byMacro.IsSuccessStatusCode.ShouldBe(byHand.IsSuccessStatusCode);
        if (!byHand.IsSuccessStatusCode)
        {
            var why = await byHand.ShouldBeRefusedAsync("requests.assign_needs_authority", HttpStatusCode.Forbidden);
            (await byMacro.ShouldBeRefusedAsync("requests.macro_refused", HttpStatusCode.Forbidden)).GetProperty("args").TextOf("code").ShouldBe(why.TextOf("code"));
        }

        await (await installation.AsAsync("buyer1")).PostAsJsonAsync($"/api/requests/{request.IdOf()}/macros/{macro.IdOf()}", new { version }, Given.Stop)
            .ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_stale_version_shows_what_is_stored_now_and_changes_nothing()
    {
        var agent = await installation.AsAsync("agent1");
        var request = await DescribedAsync(agent);
        var macro = await DefineAsync(new { names = Three("Bana"), steps = new object[] { new { kind = "addTags", tags = new[] { "x" } } } }, "agent1");
        await agent.PutAsJsonAsync($"/api/requests/{request.IdOf()}", new { version = request.VersionOf(), kind = "action", subject = "changed" }, Given.Stop).BodyAsync();

        var problem = await UseAsync(agent, request, macro).ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);

        problem.GetProperty("current").TextOf("subject").ShouldBe("changed");
        (await agent.CardAsync(request.IdOf())).GetProperty("tags").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task On_many_each_stands_for_itself()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var open = await DescribedAsync(supervisor);
        var other = await supervisor.ADescribedRequestAsync("macro elsewhere", unit: "municipal");
        var macro = await DefineAsync(new { names = Three("Etiketle"), isShared = true, unit = "internet", steps = new object[] { new { kind = "addTags", tags = new[] { "toplu" } } } });

        var rows = (await supervisor.PostAsJsonAsync($"/api/macros/{macro.IdOf()}/uses", new { ids = new[] { open.IdOf(), other.IdOf(), Guid.Empty.ToString() } }, Given.Stop).BodyAsync())
            .EnumerateArray().Select(r => r.GetProperty("code").GetString()).ToList();

        rows.ShouldBe([null, "requests.macro_other_unit", "requests.unknown"]);
        (await supervisor.CardAsync(open.IdOf())).GetProperty("tags").GetArrayLength().ShouldBe(1);
        await supervisor.PostAsJsonAsync($"/api/macros/{macro.IdOf()}/uses", new { ids = Array.Empty<string>() }, Given.Stop).ShouldBeRefusedAsync("request.invalid");
    }

    [Fact]
    public async Task Ones_own_macro_is_nobody_elses_and_everybodys_needs_the_right()
    {
        var agent = await installation.AsAsync("agent1");
        var other = await installation.AsAsync("agent2");
        var own = await DefineAsync(new { names = Three("Benim"), steps = new object[] { new { kind = "owner", toMe = true } } }, "agent1");

        (await agent.GetAsync("/api/macros", Given.Stop).BodyAsync()).EnumerateArray().ShouldContain(m => m.IdOf() == own.IdOf());
        (await other.GetAsync("/api/macros", Given.Stop).BodyAsync()).EnumerateArray().ShouldNotContain(m => m.IdOf() == own.IdOf());
        await other.DeleteAsync($"/api/macros/{own.IdOf()}", Given.Stop).ShouldBeRefusedAsync("requests.macro_unknown", HttpStatusCode.NotFound);
        await other.PostAsJsonAsync($"/api/requests/{Guid.Empty}/macros/{own.IdOf()}", new { version = 1 }, Given.Stop).ShouldBeRefusedAsync("requests.macro_unknown");
        await agent.PostAsJsonAsync("/api/macros", new { names = Three("x"), isShared = true, steps = new object[] { new { kind = "owner", toMe = true } } }, Given.Stop)
            .ShouldBeRefusedAsync("requests.macro_sharing", HttpStatusCode.Forbidden);
        await agent.DeleteAsync($"/api/macros/{own.IdOf()}", Given.Stop).BodyAsync();
    }

    [Fact]
    public async Task A_macro_that_could_never_be_made_is_refused_when_it_is_written()
    {
        var template = await TemplateAsync("used by a macro");
        var macro = await DefineAsync(new { names = Three("kept"), steps = new object[] { new { kind = "note", templateId = template } } });
        await (await installation.AsAsync("supervisor1")).DeleteAsync($"/api/note-templates/{template}", Given.Stop).ShouldBeRefusedAsync("requests.template_in_macro");
        macro.GetProperty("isShared").GetBoolean().ShouldBeFalse();

        await RefusedAsync("requests.macro_steps");
        await RefusedAsync("requests.macro_steps", new { kind = "owner", toMe = true }, new { kind = "owner", toMe = true });
        await RefusedAsync("requests.stage_unknown", new { kind = "stage", stage = "nowhere" });
        await RefusedAsync("requests.macro_step_incomplete", new { kind = "team", teamId = Guid.Empty });
        await RefusedAsync("requests.macro_step_incomplete", new { kind = "owner" });
        await RefusedAsync("requests.macro_step_incomplete", new { kind = "priority" });
        await RefusedAsync("requests.template_unknown", new { kind = "note", templateId = Guid.Empty });
        await RefusedAsync("definitions.not_offered", new { kind = "priority", definitionId = Guid.Empty });
        await RefusedAsync("definitions.not_offered", new { kind = "category", definitionId = Definition(DefinitionTables.Priorities, "high") });
        await RefusedAsync("request.invalid", new { kind = "explode" });

        async Task RefusedAsync(string code, params object[] steps)
            => await (await installation.AsAsync("supervisor1")).PostAsJsonAsync("/api/macros", new { names = Three("x"), steps }, Given.Stop).ShouldBeRefusedAsync(code);
    }

    private static Task<HttpResponseMessage> UseAsync(HttpClient person, JsonElement request, JsonElement macro)
        => person.PostAsJsonAsync($"/api/requests/{request.IdOf()}/macros/{macro.IdOf()}", new { version = request.VersionOf() }, Given.Stop);

    private static Task<JsonElement> DescribedAsync(HttpClient person) => person.ADescribedRequestAsync("macro", unit: "internet");

    private async Task<JsonElement> DefineAsync(object body, string by = "supervisor1")
        => await (await installation.AsAsync(by)).PostAsJsonAsync("/api/macros", body, Given.Stop).BodyAsync();

    private async Task<string> TemplateAsync(string text)
        => (await (await installation.AsAsync("supervisor1")).PostAsJsonAsync("/api/note-templates", new { names = Three(text), texts = Three(text) }, Given.Stop).BodyAsync()).IdOf();

    private static async Task<string> StageAsync(HttpClient person, JsonElement request, string kind, bool any = false)
        => (await person.CardAsync(request.IdOf())).GetProperty(any ? "allStages" : "stages").EnumerateArray().First(s => s.TextOf("kind") == kind).TextOf("code");

    private Guid Definition(string table, string code) => installation.Services.GetRequiredService<IKnowDefinitions>().FindByCode(table, code)!.Id.Value;

    private Guid Team(string code) => installation.Services.GetRequiredService<IKnowTeams>().FindByCode(code)!.Id.Value;

    private static object Three(string name) => new { tr = name, sv = name, en = name };
}
