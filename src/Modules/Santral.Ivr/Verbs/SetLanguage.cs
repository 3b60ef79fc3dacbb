using Santral.Ivr.Flows;

namespace Santral.Ivr.Verbs;

/// <summary>From here on the caller hears another language.</summary>
public sealed record SetLanguage(string Language, string Next) : Verb
{
    public override IEnumerable<Exit> Exits => ExitsOf(("next", Next));

    public override IEnumerable<Mistake> Mistakes => Language is "tr" or "sv" or "en" ? [] : [new Mistake("language_unknown", Language)];

    internal override Task<string?> RunAsync(FlowRun run)
    {
        run.Line.Language = Language;
        return Task.FromResult<string?>(Next);
    }
}
