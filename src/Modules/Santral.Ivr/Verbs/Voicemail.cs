using Santral.Contracts.Calls;
using Santral.Ivr.Flows;

namespace Santral.Ivr.Verbs;

/// <summary>
/// Asks for a message and records it after a beep, up to a limit or a `#`. It becomes a work item of the team; who hangs up leaves what he said.
/// </summary>
/// <param name="Team">Code of the team that is to call back.</param>
/// <param name="Thanks">Said afterwards.</param>
/// <param name="Unavailable">Said where nothing can be recorded.</param>
/// <param name="Next">Where the caller goes on; null ends the call.</param>
public sealed record Voicemail(
    string Team, IReadOnlyList<string> Ask, string? Thanks = null, string? Unavailable = null, string? Next = null, int LimitSeconds = 120) : Verb
{
    internal const int Longest = 600;

    public override IEnumerable<Exit> Exits => ExitsOf(("next", Next));

    public override IEnumerable<string> Prompts => [.. Ask, .. PromptsOf(Thanks, Unavailable)];

    public override IEnumerable<string> Teams => [Team];

    public override bool WaitsForCaller => true;

    public override IEnumerable<Mistake> Mistakes => LimitSeconds is < 5 or > Longest ? [new Mistake("limits_wrong", null)] : [];

    public override IEnumerable<Mistake> Doubts => Ask.Count == 0 ? [new Mistake("says_nothing", null)] : [];

    internal override async Task<string?> RunAsync(FlowRun run)
    {
        await run.PlayAsync(Ask, interruptible: true);
        run.Line.ForgetKeys();
        var isTaken = run.TeamOf(Team) is { } team && await run.Line.TakeMessageAsync(team, TimeSpan.FromSeconds(LimitSeconds), run.HungUp);
        run.Line.ForgetKeys();
        await run.PlayAsync(PromptsOf(isTaken ? Thanks : Unavailable), interruptible: false);
        if (Next is null)
        {
            await run.Line.HangUpAsync(CallEndReason.Closed);
        }

        return Next;
    }
}
