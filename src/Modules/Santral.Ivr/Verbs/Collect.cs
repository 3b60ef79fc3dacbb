using Santral.Ivr.Flows;

namespace Santral.Ivr.Verbs;

/// <summary>Collects digits up to a terminator and keeps them for this call only.</summary>
/// <param name="Into">Name under which the digits are kept.</param>
/// <param name="Secret">Keys reach no trace, log or recording.</param>
/// <param name="OnStar">Where `*` leads; null: `*` is a wrong key.</param>
public sealed record Collect(
    string Into,
    IReadOnlyList<string> Ask,
    string Next,
    string OnFailure,
    int Min = 1,
    int Max = 20,
    int FirstSeconds = 8,
    int NextSeconds = 5,
    int Tries = 3,
    bool Secret = false,
    string? Wrong = null,
    string? Silence = null,
    string? OnStar = null) : Verb
{
    public override IEnumerable<Exit> Exits => ExitsOf(("next", Next), ("failure", OnFailure), ("*", OnStar));

    public override IEnumerable<string> Prompts => [.. Ask, .. PromptsOf(Wrong, Silence)];

    public override bool WaitsForCaller => true;

    public override IEnumerable<Mistake> Mistakes
        => Min < 1 || Max < Min || Max > KeyReader.Longest || Tries is < 1 or > 10 || FirstSeconds is < 1 or > 60 || NextSeconds is < 1 or > 60
            ? [new Mistake("limits_wrong", Into)]
            : [];

    internal override async Task<string?> RunAsync(FlowRun run)
    {
        var secretBefore = run.Line.KeysAreSecret;
        run.Line.KeysAreSecret = Secret || secretBefore;
        try
        {
            for (var attempt = 0; attempt < Tries; attempt++)
            {
                await run.PlayAsync(Ask, interruptible: true);
                var entry = await KeyReader.ReadAsync(run, TimeSpan.FromSeconds(FirstSeconds), TimeSpan.FromSeconds(NextSeconds));
                if (entry.Kind == KeyEntryKind.Star && OnStar is not null)
                {
                    return OnStar;
                }

                if (entry.Kind == KeyEntryKind.Complete && entry.Digits.Length >= Min && entry.Digits.Length <= Max)
                {
                    run.Collected[Into] = entry.Digits;
                    return Next;
                }

                run.Line.ForgetKeys();
                await run.PlayAsync(PromptsOf(entry.Kind == KeyEntryKind.Silence ? Silence : Wrong), interruptible: true);
            }

            return OnFailure;
        }
        finally
        {
            run.Line.KeysAreSecret = secretBefore;
        }
    }
}
