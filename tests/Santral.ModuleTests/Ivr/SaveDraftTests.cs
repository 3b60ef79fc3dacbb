using System.Text.Json;
using System.Text.Json.Nodes;
using static Santral.ModuleTests.Ivr.FlowCalls;

namespace Santral.ModuleTests.Ivr;

/// <summary>A supervisor draws a flow: kept on the server, checked, seen by no caller.</summary>
[Collection(FlowCollection.Name)]
public sealed class SaveDraftTests(Installation installation)
{
    private const string Code = "municipal";

    [Fact]
    public async Task A_draft_is_kept_and_its_problems_name_their_blocks()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var document = DocumentOf(await supervisor.FlowAsync(Code));
        document["nodes"]!["lonely"] = JsonNode.Parse("""{ "verb": "say", "play": ["municipal.nothing"], "next": "" }""");
        document["nodes"]!["round"] = JsonNode.Parse("""{ "verb": "goto", "next": "round" }""");
        document["nodes"]!["english"]!["next"] = "round";

        var drawn = await supervisor.DrawAsync(Code, 0, document).BodyAsync();

        drawn.GetProperty("problems").EnumerateArray().Select(p => $"{p.GetProperty("code").GetString()} {p.GetProperty("node").GetString()}")
            .ShouldBe(
                ["loop_without_input round", "dead_end lonely", "prompt_missing lonely", "node_unreachable lonely"], ignoreOrder: true);
        await supervisor.PublishAsync(Code, DraftOf(drawn)).ShouldBeRefusedAsync("ivr.has_errors", HttpStatusCode.UnprocessableEntity);
        PublishedOf(drawn).ShouldBe(1);
        var row = (await supervisor.GetAsync("/api/ivr/flows").BodyAsync()).EnumerateArray().Single(f => f.GetProperty("code").GetString() == Code);
        row.GetProperty("draftBy").GetString().ShouldNotBeNullOrEmpty();
        row.GetProperty("errors").GetInt32().ShouldBe(3);

        (await supervisor.DiscardAsync(Code, DraftOf(drawn)).BodyAsync()).GetProperty("draft").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_stale_draft_is_refused_with_what_is_there()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var document = DocumentOf(await supervisor.FlowAsync(Code));
        var first = await supervisor.DrawAsync(Code, 0, document).BodyAsync();

        var problem = await supervisor.DrawAsync(Code, 0, document).ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);

        problem.GetProperty("current").GetProperty("draft").GetProperty("version").GetInt32().ShouldBe(DraftOf(first));
        await supervisor.PublishAsync(Code, DraftOf(first) + 5).ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);
        await supervisor.DiscardAsync(Code, DraftOf(first) + 5).ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);
        (await supervisor.DiscardAsync(Code, DraftOf(first))).EnsureSuccessStatusCode();
        await supervisor.PublishAsync(Code, 1).ShouldBeRefusedAsync("ivr.no_draft", HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Code_unit_and_numbers_stay_as_they_are_published()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var document = DocumentOf(await supervisor.FlowAsync(Code));
        document["code"] = "internet";
        document["unit"] = "internet";
        document["numbers"] = new JsonArray("+908502220000");

        var drawn = DocumentOf(await supervisor.DrawAsync(Code, 0, document).BodyAsync());

        ((string)drawn["code"]!, (string)drawn["unit"]!, drawn["numbers"]!.AsArray().Count).ShouldBe((Code, Code, 2));
        await supervisor.DiscardAsync(Code, DraftOf(await supervisor.FlowAsync(Code)));
    }

    [Theory]
    [InlineData("""{ "verb": "dance" }""", "ivr.flow_unreadable")]
    [InlineData("null", "ivr.flow_unreadable")]
    [InlineData("""{ "verb": "say", "play": [null], "next": "main" }""", "ivr.flow_unreadable")]
    [InlineData("""{ "verb": "say", "play": null, "next": "main" }""", "ivr.flow_unreadable")]
    [InlineData("""{ "verb": "goto", "next": "main", "place": { "x": 99999999, "y": 0 } }""", "ivr.flow_too_big")]
    public async Task What_is_no_flow_is_refused(string node, string code)
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var document = DocumentOf(await supervisor.FlowAsync(Code));
        document["nodes"]!["odd"] = JsonNode.Parse(node);

        await supervisor.DrawAsync(Code, 0, document).ShouldBeRefusedAsync(code, HttpStatusCode.UnprocessableEntity);
        (await supervisor.FlowAsync(Code)).GetProperty("draft").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task An_agent_neither_reads_nor_draws_and_a_flow_nobody_has_is_unknown()
    {
        var agent = await installation.AsAsync("agent1");
        var supervisor = await installation.AsAsync("supervisor1");
        var view = await supervisor.FlowAsync(Code);

        (await agent.GetAsync($"/api/ivr/flows/{Code}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.DrawAsync(Code, 0, DocumentOf(view))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.PublishAsync(Code, 1)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.RollBackAsync(Code, 1, 1)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.WalkAsync(Code, "individual", "tr", [])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await supervisor.GetAsync("/api/ivr/flows/nobody").ShouldBeRefusedAsync("ivr.flow_unknown", HttpStatusCode.NotFound);
    }
}
