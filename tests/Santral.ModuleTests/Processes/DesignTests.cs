using System.Text.Json.Nodes;
using Santral.ModuleTests.Requests;
using static Santral.ModuleTests.Processes.ProcessCalls;

namespace Santral.ModuleTests.Processes;

/// <summary>A supervisor draws the stages of the municipality's requests, and they hold in the API (W-D04).</summary>
[Collection(ProcessesCollection.Name)]
public sealed class DesignTests(Installation installation)
{
    private const string Unit = "municipal";

    [Fact]
    [Requirement("W-D04")]
    public async Task Who_is_no_maker_can_neither_choose_the_stage_nor_write_there()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var agent = await installation.AsAsync("agent3");
        var other = (await supervisor.GetAsync("/api/processes/choices", TestContext.Current.CancellationToken).BodyAsync())
            .GetProperty("people").EnumerateArray().Single(p => p.TextOf("name") == "Burak Öztürk").IdOf();
        var card = await agent.ADescribedRequestAsync("Only the technician", unit: Unit);

        await supervisor.ChangeAsync(Unit, d => d.StageOf("at_provider")["makers"]!["users"] = new JsonArray(other));
        try
        {
            var seen = await agent.CardAsync(card.IdOf());
            seen.GetProperty("stages").EnumerateArray().Select(s => s.TextOf("code")).ShouldNotContain("at_provider");
            await agent.MoveAsync(card, "at_provider").ShouldBeRefusedAsync("processes.not_a_maker", HttpStatusCode.Forbidden);
        }
        finally
        {
            await supervisor.ChangeAsync(Unit, d => d.StageOf("at_provider")["makers"] = Nobody());
        }

        var there = await agent.MoveAsync(card, "at_provider").BodyAsync();
        await supervisor.ChangeAsync(Unit, d => d.StageOf("at_provider")["makers"]!["users"] = new JsonArray(other));
        try
        {
            var seen = await agent.CardAsync(there.IdOf());
            seen.GetProperty("may").GetProperty("edit").GetBoolean().ShouldBeFalse();
            await agent.PutAsJsonAsync(
                    $"/api/requests/{there.IdOf()}", new { version = there.VersionOf(), kind = "action", subject = "Overwritten" }, TestContext.Current.CancellationToken)
                .ShouldBeRefusedAsync("processes.not_a_maker", HttpStatusCode.Forbidden);
        }
        finally
        {
            await supervisor.ChangeAsync(Unit, d => d.StageOf("at_provider")["makers"] = Nobody());
        }
    }

    [Fact]
    public async Task Without_an_end_it_is_not_published_and_says_where()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var view = await supervisor.ProcessAsync(Unit);
        var design = DesignOf(view);
        design["stages"]!.AsArray().Add(NewStage("trap", "inProgress"));
        design["transitions"]!.AsArray().Add(Line("new", "trap"));

        var drawn = await supervisor.DrawAsync(Unit, DraftOf(view), design).BodyAsync();

        drawn.GetProperty("problems").EnumerateArray().ShouldContain(p => p.TextOf("code") == "no_way_to_end" && p.TextOf("stage") == "trap");
        await supervisor.PublishAsync(Unit, DraftOf(drawn)).ShouldBeRefusedAsync("processes.has_errors", HttpStatusCode.UnprocessableEntity);
        (await supervisor.DeleteAsync($"/api/processes/request/{Unit}/draft?version={DraftOf(drawn)}", TestContext.Current.CancellationToken).BodyAsync())
            .GetProperty("draft").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_stale_draft_is_refused_with_what_is_there()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var view = await supervisor.ProcessAsync("appliance");
        var first = await supervisor.DrawAsync("appliance", 0, DesignOf(view)).BodyAsync();

        var problem = await supervisor.DrawAsync("appliance", 0, DesignOf(view)).ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);

        problem.GetProperty("current").GetProperty("draft").GetProperty("version").GetInt32().ShouldBe(DraftOf(first));
        await supervisor.PublishAsync("appliance", DraftOf(first) + 7).ShouldBeRefusedAsync("record.changed_meanwhile");
        await supervisor.DeleteAsync($"/api/processes/request/appliance/draft?version={DraftOf(first)}", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_stage_with_requests_goes_only_when_they_are_given_a_place_and_older_versions_come_back()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var agent = await installation.AsAsync("agent3");
        await supervisor.ChangeAsync(Unit, d =>
        {
            d["stages"]!.AsArray().Add(NewStage("measured", "inProgress"));
            d["transitions"]!.AsArray().Add(Line("new", "measured"));
            d["transitions"]!.AsArray().Add(Line("measured", "resolved"));
        });
        var before = (await supervisor.ProcessAsync(Unit)).GetProperty("published").GetProperty("version").GetInt32();
        var card = await agent.ADescribedRequestAsync("Measured", unit: Unit);
        card = await agent.MoveAsync(card, "measured").BodyAsync();

        var view = await supervisor.ProcessAsync(Unit);
        var design = DesignOf(view);
        design["stages"]!.AsArray().Remove(design.StageOf("measured"));
        foreach (var line in design["transitions"]!.AsArray().Where(t => (string)t!["from"]! == "measured" || (string)t["to"]! == "measured").ToList())
        {
            design["transitions"]!.AsArray().Remove(line);
        }

        var drawn = await supervisor.DrawAsync(Unit, DraftOf(view), design).BodyAsync();
        await supervisor.PublishAsync(Unit, DraftOf(drawn)).ShouldBeRefusedAsync("processes.moves_due");
        await supervisor.PublishAsync(Unit, DraftOf(drawn), new { measured = "nowhere" }).ShouldBeRefusedAsync("processes.move_target_unknown");
        await supervisor.PublishAsync(Unit, DraftOf(drawn), new { measured = "in_progress" }).BodyAsync();
        await installation.DeliverFactsAsync();

        var moved = await agent.CardAsync(card.IdOf());
        moved.GetProperty("stage").TextOf("code").ShouldBe("in_progress");
        (await agent.TimelineAsync(card.IdOf())).Last(e => e.TextOf("kind") == "stage").GetProperty("stage").GetProperty("from").TextOf("tr").ShouldBe("measured");

        var restored = await supervisor.PostAsJsonAsync($"/api/processes/request/{Unit}/versions/{before}/restore", new { version = 0 }, TestContext.Current.CancellationToken).BodyAsync();
        var diff = await supervisor.GetAsync($"/api/processes/request/{Unit}/diff", TestContext.Current.CancellationToken).BodyAsync();
        diff.GetProperty("added").EnumerateArray().Select(s => s.TextOf("code")).ShouldBe(["measured"]);
        await supervisor.DeleteAsync($"/api/processes/request/{Unit}/draft?version={DraftOf(restored)}", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Trying_it_on_the_last_weeks_names_those_that_would_have_needed_approval_and_changes_nothing()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var view = await supervisor.ProcessAsync(Unit);
        var design = DesignOf(view);
        var approval = NewStage("signed", "approval");
        var checkers = Nobody();
        checkers["roles"] = new JsonArray("supervisor");
        approval["approval"] = new JsonObject
        {
            ["checkers"] = checkers,
            ["quorum"] = 1,
            ["outcomes"] = new JsonArray(new JsonObject { ["outcome"] = "approve", ["to"] = "resolved" }, new JsonObject { ["outcome"] = "reject", ["to"] = "in_progress" }),
        };
        approval["targetMinutes"] = 60;
        design["stages"]!.AsArray().Add(approval);
        foreach (var line in design["transitions"]!.AsArray().Where(t => (string)t!["to"]! == "resolved"))
        {
            line!["to"] = "signed";
        }

        var drawn = await supervisor.DrawAsync(Unit, DraftOf(view), design).BodyAsync();
        drawn.GetProperty("problems").EnumerateArray().ShouldNotContain(p => p.TextOf("severity") == "error");
        var trial = await supervisor.PostAsync($"/api/processes/request/{Unit}/trial?weeks=4", null, TestContext.Current.CancellationToken).BodyAsync();

        trial.GetProperty("approval").GetInt32().ShouldBeGreaterThan(0);
        trial.GetProperty("tried").GetInt32().ShouldBe(
            new[] { "same", "approval", "otherWay", "stuck" }.Sum(name => trial.GetProperty(name).GetInt32()));
        trial.GetProperty("rows").EnumerateArray().ShouldContain(r => r.TextOf("reason") == "needs_approval" && r.TextOf("instead") == "signed");
        (await supervisor.ProcessAsync(Unit)).GetProperty("published").GetRawText().ShouldBe(view.GetProperty("published").GetRawText());
        await supervisor.DeleteAsync($"/api/processes/request/{Unit}/draft?version={DraftOf(drawn)}", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Misshapen_and_hostile_designs_are_refused_whole()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var view = await supervisor.ProcessAsync("internet");
        JsonNode With(Action<JsonNode> change)
        {
            var design = DesignOf(view);
            change(design);
            return design;
        }

        await supervisor.DrawAsync("internet", 0, With(d => d.StageOf("new")["code"] = "../etc")).ShouldBeRefusedAsync("processes.design_invalid");
        await supervisor.DrawAsync("internet", 0, With(d => d["stages"]!.AsArray().Add(null))).ShouldBeRefusedAsync("processes.design_invalid");
        await supervisor.DrawAsync("internet", 0, With(d => d.StageOf("new")["names"]!["tr"] = new string('ı', 61))).ShouldBeRefusedAsync("processes.name_too_long");
        await supervisor.DrawAsync("internet", 0, With(d => d.StageOf("new")["targetMinutes"] = -5)).ShouldBeRefusedAsync("processes.design_invalid");
        await supervisor.DrawAsync("internet", 0, With(d => { for (var i = 0; i < 61; i++) { d["stages"]!.AsArray().Add(NewStage($"s{i}", "inProgress")); } })).ShouldBeRefusedAsync("processes.design_too_large");
        (await supervisor.DrawAsync("internet", 0, With(d => d.StageOf("new")["kind"] = "nonsense"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await supervisor.DrawAsync("internet", 0, With(d => d.StageOf("new")["names"]!["tr"] = new string('x', 10 * 1024 * 1024)))).IsSuccessStatusCode.ShouldBeFalse();
        (await supervisor.GetAsync("/api/processes/request/nowhere", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        DraftOf(await supervisor.ProcessAsync("internet")).ShouldBe(0);

        var kept = await supervisor.DrawAsync("internet", 0, With(d => d.StageOf("new")["names"]!["tr"] = "<script>alert(1)</script>\u0000")).BodyAsync();
        DesignOf(kept).StageOf("new")["names"]!["tr"]!.GetValue<string>().ShouldBe("<script>alert(1)</script>");
        await supervisor.DeleteAsync($"/api/processes/request/internet/draft?version={DraftOf(kept)}", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Only_designers_draw_and_everybody_reads_the_plan()
    {
        var agent = await installation.AsAsync("agent1");
        var plan = await agent.GetAsync("/api/processes/request/internet/plan", TestContext.Current.CancellationToken).BodyAsync();

        (await agent.DrawAsync("internet", 0, DesignOf(System.Text.Json.JsonSerializer.SerializeToElement(new { draft = (object?)null, published = plan })))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.GetAsync("/api/processes", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        plan.GetProperty("design").GetProperty("stages").EnumerateArray().Select(s => s.TextOf("code")).ShouldContain("compensation");
    }

    [Fact]
    [Requirement("H-08")]
    public async Task A_request_by_mail_is_listened_to_and_then_not_started_or_in_progress()
    {
        var agent = await installation.AsAsync("service1");
        var opened = await agent.PostAsJsonAsync("/api/requests", new { unit = "appliance", channel = "email" }, TestContext.Current.CancellationToken).BodyAsync();
        var card = await agent.CardAsync(opened.IdOf());

        card.GetProperty("stage").GetProperty("names").TextOf("tr").ShouldBe("E-posta dinleme");
        card.GetProperty("stages").EnumerateArray().Select(s => s.GetProperty("names").TextOf("tr")).ShouldBe(["Başlamadı", "Devam ediyor"], ignoreOrder: true);
        await agent.MoveAsync(card, "completed").ShouldBeRefusedAsync("processes.stage_not_allowed");
        card = await agent.MoveAsync(card, "in_progress").BodyAsync();
        card.GetProperty("stages").EnumerateArray().Select(s => s.GetProperty("names").TextOf("tr")).ShouldContain("Tamamlandı");
    }

    [Fact]
    [Requirement("W-S18")]
    public async Task A_resolved_request_leaves_the_open_list_and_is_counted()
    {
        var agent = await installation.AsAsync("agent1");
        var before = await CountAsync();
        var card = await agent.ADescribedRequestAsync("Solved at once, W-S18");
        card = await agent.MoveAsync(card, "resolved").BodyAsync();

        (await CountAsync()).ShouldBe(before + 1);

        (await NumbersAsync("stage=open")).ShouldNotContain(card.TextOf("number"));
        (await NumbersAsync("stage=resolved")).ShouldContain(card.TextOf("number"));

        async Task<int> CountAsync()
            => (await agent.GetAsync("/api/requests/volumes?by=requestStage", TestContext.Current.CancellationToken).BodyAsync()).GetProperty("groups").EnumerateArray()
                .Single(g => g.GetProperty("code").GetString() == "resolved").GetProperty("count").GetInt32();

        async Task<IEnumerable<string>> NumbersAsync(string filter)
            => (await agent.GetAsync($"/api/requests?{filter}&sort=-opened&take=50", TestContext.Current.CancellationToken).BodyAsync())
                .GetProperty("items").EnumerateArray().Select(r => r.TextOf("number"));
    }
}
