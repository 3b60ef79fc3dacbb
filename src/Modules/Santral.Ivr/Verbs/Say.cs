using Santral.Ivr.Flows;

namespace Santral.Ivr.Verbs;

/// <summary>Plays announcements one after another.</summary>
/// <param name="Play">Keys of prompts.</param>
/// <param name="Interruptible">A key stops it and counts for what follows; a legal notice is heard to its end.</param>
public sealed record Say(IReadOnlyList<string> Play, string Next, bool Interruptible = true) : Verb
{
    public override IEnumerable<Exit> Exits => ExitsOf(("next", Next));

    public override IEnumerable<string> Prompts => Play;

    public override IEnumerable<Mistake> Doubts => Play.Count == 0 ? [new Mistake("says_nothing", null)] : [];

    internal override async Task<string?> RunAsync(FlowRun run)
    {
        await run.PlayAsync(Play, Interruptible);
        return Next;
    }
}
