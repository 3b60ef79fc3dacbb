using Santral.Contracts.Customers;
using Santral.Ivr.Flows;

namespace Santral.Ivr.Verbs;

/// <summary>Goes on by the caller's class (D2).</summary>
public sealed record Branch(string KnownIndividual, string Unidentified, string VerifiedCorporate) : Verb
{
    public override IEnumerable<Exit> Exits
        => ExitsOf(("knownIndividual", KnownIndividual), ("unidentified", Unidentified), ("verifiedCorporate", VerifiedCorporate));

    internal override IEnumerable<(string To, CallerClass Class)> WaysOf(CallerClass caller) => [(WayOf(caller), caller)];

    internal override Task<string?> RunAsync(FlowRun run) => Task.FromResult<string?>(WayOf(run.Line.Caller.Class));

    private string WayOf(CallerClass caller) => caller switch
    {
        CallerClass.KnownIndividual => KnownIndividual,
        CallerClass.VerifiedCorporate => VerifiedCorporate,
        _ => Unidentified,
    };
}
