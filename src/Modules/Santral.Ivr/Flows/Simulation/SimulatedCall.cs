using Microsoft.Extensions.Logging;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Ivr.Domain;
using Santral.Ivr.Prompts;
using Santral.Ivr.Verbs;

namespace Santral.Ivr.Flows.Simulation;

/// <summary>
/// Walks a flow as a caller would, without a phone: the engine and the verbs are those of real calls, only the line, the queues and the
/// questions to other modules are stand-ins. Nothing is kept between steps: the whole script is played each time, so that a change of the
/// drawing is heard with the keys pressed so far.
/// </summary>
internal sealed class SimulatedCall(PromptLibrary prompts, TimeProvider clock, ILogger<SimulatedCall> log)
{
    public async Task<SimulatedWalk> WalkAsync(Flow flow, SimulatedCaller caller, bool open, string language, IReadOnlyList<string> script)
    {
        using var over = new CancellationTokenSource();
        var time = new SimulatedClock(clock.GetUtcNow());
        var line = new SimulatedLine(flow, caller, language, script, prompts, time, over);
        (string Name, Verb Verb)? at = null;
        var run = new FlowRun(line, flow, new SimulatedQueues(line, open), new SimulatedModules(caller, time), time, log, over.Token, (name, verb) =>
        {
            at = (name, verb);
            line.Came(name);
        });
        try
        {
            await run.RunAsync();
            line.Ended ??= CallEndReason.FlowEnded;
        }
        catch (OperationCanceledException)
        {
            // The script is at its end, or the caller hung up.
        }
        catch (BrokenFlowException)
        {
            line.Broke(flow.DefaultTeam);
        }

        return new SimulatedWalk(line.Steps, line.Way, line.Taken, line.Ended, line.Ended is null ? ExpectedOf(line, at?.Verb) : null, line.Caller.Class, line.Language);
    }

    private static SimulatedWait? ExpectedOf(SimulatedLine line, Verb? verb) => (line.QueueWaits, verb) switch
    {
        ({ } team, _) => new SimulatedWait(SimulatedWaitKind.Queue, 0, [], team),
        (_, Menu menu) => new SimulatedWait(
            SimulatedWaitKind.Key,
            line.WaitSeconds,
            [.. menu.Options.Where(o => o.IsFor(line.Caller.Class)).Select(o => new SimulatedKey(o.Key.ToString(), o.Label, o.Next))],
            null),
        _ => new SimulatedWait(SimulatedWaitKind.Digits, line.WaitSeconds, [], null),
    };
}

/// <summary>Who is played. By number a corporate caller looks like anybody (I-03), but he has a number and a password to key.</summary>
public enum SimulatedCaller
{
    Unidentified,
    Individual,
    Corporate,
    VerifiedCorporate,
}

/// <param name="Way">The blocks passed, in order.</param>
/// <param name="Taken">How many entries of the script were played; the rest fits nowhere since the flow changed.</param>
/// <param name="Waits">What the flow waits for; null when the call is over.</param>
public sealed record SimulatedWalk(
    IReadOnlyList<SimulatedStep> Steps, IReadOnlyList<string> Way, int Taken, CallEndReason? Ended, SimulatedWait? Waits, CallerClass Class, string Language);

public enum SimulatedStepKind
{
    /// <summary>The caller hears <see cref="SimulatedStep.Text"/>.</summary>
    Said,

    /// <summary>The caller keyed <see cref="SimulatedStep.Text"/>; secrets as dots.</summary>
    Keyed,
    Silence,

    /// <summary>The key chose a menu option.</summary>
    Chose,
    Verified,
    Language,

    /// <summary>Waits in the queue of the team <see cref="SimulatedStep.Text"/>.</summary>
    Queued,

    /// <summary>How the waiting ended: `served`, `timedOut`, `noAgents`.</summary>
    QueueEnded,

    /// <summary>The caller leaves a message for the team <see cref="SimulatedStep.Text"/>.</summary>
    Message,

    /// <summary>The flow cannot go on; the team <see cref="SimulatedStep.Text"/> takes the caller.</summary>
    Broken,
    Ended,
}

/// <summary>Something that happened in the walk.</summary>
/// <param name="Seconds">Since the call was answered, as long as speaking would take.</param>
/// <param name="Key">The telephone key that is announced or was chosen.</param>
public sealed record SimulatedStep(SimulatedStepKind Kind, int Seconds, string? Node, string? Text = null, string? Key = null, Names? Label = null);

public enum SimulatedWaitKind
{
    /// <summary>One key of a menu.</summary>
    Key,

    /// <summary>Digits up to `#`.</summary>
    Digits,

    /// <summary>An agent.</summary>
    Queue,
}

/// <param name="Keys">What the caller has been offered.</param>
public sealed record SimulatedWait(SimulatedWaitKind Kind, int Seconds, IReadOnlyList<SimulatedKey> Keys, string? Team);

public sealed record SimulatedKey(string Key, Names Label, string To);
