using Santral.Contracts.Calls;
using Santral.Ivr.Flows;

namespace Santral.Ivr.Verbs;

/// <summary>Says good-bye and ends the call.</summary>
public sealed record HangUp(CallEndReason Reason, IReadOnlyList<string>? Play = null) : Verb
{
    public override IEnumerable<Exit> Exits => [];

    public override IEnumerable<string> Prompts => Play ?? [];

    public override IEnumerable<Mistake> Doubts => Play is { Count: > 0 } ? [] : [new Mistake("ends_silently", null)];

    internal override async Task<string?> RunAsync(FlowRun run)
    {
        await run.PlayAsync(Play ?? [], interruptible: false);
        await run.Line.HangUpAsync(Reason);
        return null;
    }
}
