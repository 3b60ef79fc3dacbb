using Santral.Ivr.Flows;

namespace Santral.Ivr.Verbs;

/// <summary>Goes on by whether a team is open now.</summary>
public sealed record OpenHours(string Team, string Open, string Closed) : Verb
{
    public override IEnumerable<Exit> Exits => ExitsOf(("open", Open), ("closed", Closed));

    public override IEnumerable<string> Teams => [Team];

    internal override Task<string?> RunAsync(FlowRun run) => Task.FromResult<string?>(run.Queues.IsOpen(Team) ? Open : Closed);
}
