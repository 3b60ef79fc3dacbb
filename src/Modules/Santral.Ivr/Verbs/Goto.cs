using Santral.Ivr.Flows;

namespace Santral.Ivr.Verbs;

/// <summary>Goes on elsewhere.</summary>
public sealed record Goto(string Next) : Verb
{
    public override IEnumerable<Exit> Exits => ExitsOf(("next", Next));

    internal override Task<string?> RunAsync(FlowRun run) => Task.FromResult<string?>(Next);
}
