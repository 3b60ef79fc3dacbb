using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Ivr;
using Santral.Ivr.Domain;
using Santral.Ivr.Flows;
using Santral.Ivr.Flows.Simulation;
using Santral.Ivr.Prompts;

namespace Santral.Tests.Ivr;

/// <summary>A flow walked without a phone goes as it would with one.</summary>
public sealed class SimulatedCallTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().AddLogging().BuildServiceProvider();
    private readonly Synthesiser _synthesiser;
    private readonly SimulatedCall _call;

    public SimulatedCallTests()
    {
        var options = new IvrOptions("nowhere", Ahead: false);
        _synthesiser = new Synthesiser(options, _clock, _services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(), NullLogger<Synthesiser>.Instance);
        var prompts = new PromptLibrary(_synthesiser, options);
        prompts.Replace(PromptTexts.All.SelectMany(t => new[] { "tr", "sv", "en" }.Select(l => new Prompt(Guid.NewGuid(), t.Key, l, t.Value.In(l)))));
        _call = new SimulatedCall(prompts, _clock, NullLogger<SimulatedCall>.Instance);
    }

    public void Dispose()
    {
        _synthesiser.Dispose();
        _services.Dispose();
    }

    private Task<SimulatedWalk> WalkAsync(SimulatedCaller caller, params string[] script) => WalkAsync(caller, open: true, "en", script);

    private Task<SimulatedWalk> WalkAsync(SimulatedCaller caller, bool open, string language, params string[] script)
        => _call.WalkAsync(Flow.Read(DemoFlows.Documents[0], out _)!, caller, open, language, script);

    private static IEnumerable<string?> Said(SimulatedWalk walk) => walk.Steps.Where(s => s.Kind == SimulatedStepKind.Said).Select(s => s.Text);

    [Theory]
    [InlineData(SimulatedCaller.Individual, "123")]
    [InlineData(SimulatedCaller.Unidentified, "1345")]
    [InlineData(SimulatedCaller.Corporate, "1345")]
    [InlineData(SimulatedCaller.VerifiedCorporate, "123")]
    [Requirement("I-05")]
    [Requirement("I-06")]
    [Requirement("I-07")]
    [Requirement("I-08")]
    public async Task Each_class_is_offered_its_own_keys(SimulatedCaller caller, string keys)
    {
        var walk = await WalkAsync(caller);

        walk.Ended.ShouldBeNull();
        walk.Waits!.Kind.ShouldBe(SimulatedWaitKind.Key);
        string.Concat(walk.Waits.Keys.Select(k => k.Key)).ShouldBe(keys);
        string.Concat(walk.Steps.Select(s => s.Key)).ShouldBe(keys);
    }

    [Theory]
    [InlineData(CallerClass.KnownIndividual, SimulatedCaller.Individual, "2", "", "9", "1")]
    [InlineData(CallerClass.Unidentified, SimulatedCaller.Unidentified, "5", "1", "#", "2", "#", "*", "2", "4")]
    [InlineData(CallerClass.Unidentified, SimulatedCaller.Unidentified, "", "", "")]
    public async Task It_says_what_a_real_call_says(CallerClass kind, SimulatedCaller caller, params string[] keys)
    {
        using var bench = new IvrBench();
        var real = await bench.RunAsync(bench.Line(kind, language: "tr").Types(keys));

        var walk = await WalkAsync(caller, open: true, "tr", [.. keys.Select(k => k.Length == 0 ? SimulatedScript.Silence : k)]);

        var known = PromptTexts.All.Values.Select(t => t.Tr).ToHashSet();
        Said(walk).Where(t => known.Contains(t!)).ShouldBe(real.Heard.Where(PromptTexts.All.ContainsKey).Select(k => PromptTexts.All[k].Tr));
    }

    [Fact]
    public async Task A_wrong_key_and_silence_are_told_and_the_menu_comes_again()
    {
        var walk = await WalkAsync(SimulatedCaller.Individual, "9", SimulatedScript.Silence);

        Said(walk).ShouldContain("That is not a valid choice.");
        Said(walk).ShouldContain("We did not receive any input.");
        Said(walk).Count(t => t == "For technical problems, press 1.").ShouldBe(3);
        walk.Waits!.Kind.ShouldBe(SimulatedWaitKind.Key);
        walk.Taken.ShouldBe(2);
    }

    [Fact]
    [Requirement("I-16")]
    [Requirement("I-20")]
    public async Task A_corporate_caller_is_verified_by_the_made_up_pair_after_two_wrong_ones()
    {
        string[] wrong = ["1", "#", "2", "#"];
        string[] right = [.. SimulatedModules.Number.Select(c => c.ToString()), "#", .. SimulatedModules.Password.Select(c => c.ToString()), "#"];

        var walk = await WalkAsync(SimulatedCaller.Corporate, ["5", .. wrong, .. wrong, .. right]);

        walk.Class.ShouldBe(CallerClass.VerifiedCorporate);
        walk.Steps.ShouldContain(s => s.Kind == SimulatedStepKind.Verified);
        string.Concat(walk.Waits!.Keys.Select(k => k.Key)).ShouldBe("123");
        walk.Steps.Where(s => s.Kind == SimulatedStepKind.Keyed).Select(s => s.Text).ShouldNotContain(t => t!.Contains('2') || t.Contains("1000"));
        Said(walk).ShouldContain(t => t!.Contains("Your invoice number is"));
    }

    [Fact]
    [Requirement("I-21")]
    public async Task The_third_wrong_pair_is_announced_and_ends_the_call()
    {
        string[] wrong = ["1", "#", "2", "#"];

        var walk = await WalkAsync(SimulatedCaller.Unidentified, ["5", .. wrong, .. wrong, .. wrong]);

        walk.Ended.ShouldBe(CallEndReason.VerificationFailed);
        walk.Waits.ShouldBeNull();
        Said(walk).Last().ShouldStartWith("What you entered could not be verified three times.");
    }

    [Fact]
    public async Task A_queue_waits_for_what_the_script_says_of_it()
    {
        var waiting = await WalkAsync(SimulatedCaller.Individual, "3");
        (waiting.Waits!.Kind, waiting.Waits.Team).ShouldBe((SimulatedWaitKind.Queue, "customer_services"));

        (await WalkAsync(SimulatedCaller.Individual, "3", "served")).Ended.ShouldBe(CallEndReason.AgentHungUp);
        (await WalkAsync(SimulatedCaller.Individual, "3", "timedOut")).Ended.ShouldBe(CallEndReason.NoAgent);
        (await WalkAsync(SimulatedCaller.Individual, "3", "hangUp")).Ended.ShouldBe(CallEndReason.CallerHungUp);
    }

    [Fact]
    public async Task Outside_opening_hours_the_caller_is_told_and_let_go()
    {
        var walk = await WalkAsync(SimulatedCaller.Individual, open: false, "sv", "1");

        walk.Ended.ShouldBe(CallEndReason.Closed);
        walk.Way.ShouldBe(["recording", "welcome", "main", "technical", "technical_message"]);
        Said(walk).ToList()[^2]!.ShouldStartWith("Vi har stängt");
        walk.Steps.Single(s => s.Kind == SimulatedStepKind.Message).Text.ShouldBe("technical_support");
    }

    [Fact]
    public async Task What_fits_nowhere_stops_the_walk_there()
    {
        var walk = await WalkAsync(SimulatedCaller.Individual, "served", "1");

        walk.Taken.ShouldBe(0);
        walk.Waits!.Kind.ShouldBe(SimulatedWaitKind.Key);
    }

    [Fact]
    public async Task A_broken_flow_shows_who_takes_the_caller()
    {
        var document = JsonNode.Parse(DemoFlows.Documents[0])!;
        document["nodes"]!["main"]!["options"]![0]!["next"] = "";

        var walk = await _call.WalkAsync(Flow.Read(document.ToJsonString(), out _)!, SimulatedCaller.Individual, true, "tr", ["1"]);

        (walk.Steps[^1].Kind, walk.Steps[^1].Node, walk.Steps[^1].Text).ShouldBe((SimulatedStepKind.Broken, "main", "customer_services"));
    }

    [Fact]
    public async Task A_flows_own_words_are_said_before_the_librarys_and_in_another_language_where_one_is_missing()
    {
        var document = JsonNode.Parse(DemoFlows.Documents[0])!;
        document["texts"] = JsonNode.Parse("""{ "internet.welcome": { "tr": "Selam.", "sv": "", "en": "Hi." } }""");
        var flow = Flow.Read(document.ToJsonString(), out _)!;

        Said(await _call.WalkAsync(flow, SimulatedCaller.Individual, true, "en", [])).ShouldContain("Hi.");
        Said(await _call.WalkAsync(flow, SimulatedCaller.Individual, true, "sv", [])).ShouldContain("Selam.");
    }
}
