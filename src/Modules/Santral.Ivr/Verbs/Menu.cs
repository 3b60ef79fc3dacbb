using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Ivr.Flows;

namespace Santral.Ivr.Verbs;

/// <summary>
/// Announces the options the caller's class may hear and takes one key. Digits stay stable: an option hidden from a class is an
/// invalid key for it, nothing is renumbered (D2). The choice is stored on the call (I-04).
/// </summary>
/// <param name="Name">What the menu is called in the call's menu path.</param>
/// <param name="Invalid">Said after a key that is no option.</param>
/// <param name="Silence">Said when no key came.</param>
/// <param name="OnFailure">Where a caller goes who has failed <paramref name="Tries"/> times; null hangs up.</param>
public sealed record Menu(
    string Name,
    IReadOnlyList<Menu.Option> Options,
    IReadOnlyList<string>? Intro = null,
    string? Invalid = null,
    string? Silence = null,
    string? OnFailure = null,
    int Tries = 3,
    int WaitSeconds = 6) : Verb
{
    private const string Keys = "0123456789*#";

    /// <param name="Prompt">The announcement that names the key.</param>
    /// <param name="For">Who hears it and may press it; nobody named: everybody.</param>
    public sealed record Option(char Key, Names Label, string Prompt, string Next, IReadOnlyList<CallerClass>? For = null)
    {
        internal bool IsFor(CallerClass caller) => For is not { Count: > 0 } || For.Contains(caller);
    }

    public override IEnumerable<Exit> Exits
        => [.. Options.Select(o => new Exit(o.Key.ToString(), o.Next)), .. ExitsOf(("failure", OnFailure))];

    public override IEnumerable<string> Prompts => [.. Intro ?? [], .. Options.Select(o => o.Prompt), .. PromptsOf(Invalid, Silence)];

    public override bool WaitsForCaller => true;

    public override IEnumerable<Mistake> Mistakes =>
    [
        .. Options.GroupBy(o => o.Key).Where(g => g.Count() > 1).Select(g => new Mistake("key_twice", g.Key.ToString())),
        .. Options.Where(o => !Keys.Contains(o.Key)).Select(o => new Mistake("key_unknown", o.Key.ToString())),
        .. Options.Count == 0 ? [new Mistake("menu_empty", null)] : Array.Empty<Mistake>(),
        .. Tries is < 1 or > 10 || WaitSeconds is < 1 or > 60 ? [new Mistake("limits_wrong", null)] : Array.Empty<Mistake>(),
    ];

    public override IEnumerable<Mistake> Doubts => OnFailure is null ? [new Mistake("ends_silently", "failure")] : [];

    internal override IEnumerable<(string To, CallerClass Class)> WaysOf(CallerClass caller)
        => [.. Options.Where(o => o.IsFor(caller)).Select(o => (o.Next, caller)), .. ExitsOf(("failure", OnFailure)).Select(e => (e.To, caller))];

    internal override async Task<string?> RunAsync(FlowRun run)
    {
        run.Line.Stage = CallStage.Menu;
        var offered = Options.Where(o => o.IsFor(run.Line.Caller.Class)).ToList();
        IReadOnlyList<PromptPart> announcement =
        [
            .. (Intro ?? []).Select(key => new PromptPart.Named(key)),
            .. offered.Select(o => new PromptPart.Named(o.Prompt, new MenuChoice(o.Key, o.Label))),
        ];
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            await run.PlayAsync(announcement, stopOnKey: true);
            var key = await run.Line.ReadKeyAsync(TimeSpan.FromSeconds(WaitSeconds), run.HungUp);
            if (offered.Find(o => o.Key == key) is { } chosen)
            {
                run.Line.Took(new MenuStep(Name, chosen.Key.ToString(), chosen.Label, run.Now));
                return chosen.Next;
            }

            // What was typed behind a wrong key was meant for somewhere else.
            run.Line.ForgetKeys();
            await run.PlayAsync(PromptsOf(key is null ? Silence : Invalid), interruptible: true);
        }

        if (OnFailure is null)
        {
            await run.Line.HangUpAsync(CallEndReason.NoInput);
        }

        return OnFailure;
    }
}
