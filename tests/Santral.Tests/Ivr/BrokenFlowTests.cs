using System.Text.Json.Nodes;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;
using Santral.Ivr.Flows;

namespace Santral.Tests.Ivr;

/// <summary>A broken flow never takes a call down.</summary>
public sealed class BrokenFlowTests
{
    private static string Broken(Action<JsonObject> breaks)
    {
        var flow = JsonNode.Parse(DemoFlows.Documents[0])!.AsObject();
        breaks(flow);
        return flow.ToJsonString();
    }

    private static async Task<(IvrBench Bench, FakeLine Line)> CallAsync(string document, params string[] keys)
    {
        var bench = new IvrBench(document);
        return (bench, await bench.RunAsync(bench.Line(CallerClass.KnownIndividual).Types(keys)));
    }

    [Fact]
    public async Task A_missing_node_gives_the_caller_to_the_default_team()
    {
        var (bench, line) = await CallAsync(Broken(f => f["nodes"]!.AsObject().Remove("technical")), "1");

        bench.Queued.ShouldBe([new QueueRequest("customer_services")]);
        line.HangUps.ShouldBe([CallEndReason.AgentHungUp]);
    }

    [Fact]
    public async Task A_missing_start_gives_the_caller_to_the_default_team()
    {
        var (bench, _) = await CallAsync(Broken(f => f["start"] = "nowhere"));

        bench.Queued.ShouldBe([new QueueRequest("customer_services")]);
    }

    [Fact]
    public async Task A_circle_without_input_gives_the_caller_to_the_default_team()
    {
        var (bench, _) = await CallAsync(Broken(f => f["nodes"]!["welcome"] = JsonNode.Parse("""{ "verb": "goto", "next": "recording" }""")));

        bench.Queued.ShouldBe([new QueueRequest("customer_services")]);
    }

    [Fact]
    public async Task An_unknown_verb_leaves_the_number_to_the_units_first_team()
    {
        var (bench, _) = await CallAsync(Broken(f => f["nodes"]!["welcome"]!["verb"] = "dance"));

        bench.Queued.ShouldBe([new QueueRequest("customer_services")]);
    }

    [Fact]
    public async Task A_number_nobody_has_and_a_unit_without_a_team_is_said_and_ended()
    {
        using var bench = new IvrBench();

        var line = await bench.RunAsync(bench.Line(CallerClass.Unidentified, "999", "nowhere"));

        line.Heard.ShouldBe(["common.unavailable"]);
        line.HangUps.ShouldBe([CallEndReason.Failed]);
    }

    [Fact]
    public async Task A_phone_off_the_hook_does_not_walk_for_ever()
    {
        var silent = Broken(f => f["nodes"]!["main"]!["onFailure"] = "welcome");
        using var bench = new IvrBench(silent);

        var line = await bench.RunAsync(bench.Line(CallerClass.KnownIndividual).Types([.. Enumerable.Repeat("", 2000)]));

        line.HangUps.ShouldBe([CallEndReason.NoInput]);
    }
}
