using Santral.Contracts.Calls;
using Santral.Contracts.Definitions;
using Santral.Contracts.Queues;
using Santral.Queues.Data;
using Santral.Queues.Live;

namespace Santral.Queues.Features;

/// <summary>What an agent of a team may say came of a call, in the operator's order.</summary>
/// <param name="Outcome">What it stands for in rules and figures.</param>
public sealed record DispositionChoice(DefinitionId Id, string Code, Names Names, CallOutcome Outcome);

/// <summary>The rows that a team offers: those it names, of them the ones that are offered today in its unit; all where it names none.</summary>
public sealed class TeamDispositions(IKnowDefinitions definitions, TeamBook teams)
{
    internal IReadOnlyList<DispositionChoice> All => [.. definitions.All(DispositionTable.Code).Where(d => d.IsActive).Select(ChoiceOf)];

    internal IReadOnlyList<DispositionChoice> Of(TeamId team)
    {
        var settings = teams.SettingsOf(team) ?? throw new Refusal("queues.team_unknown", RefusalKind.Unknown);
        var named = settings.Dispositions;
        return
        [
            .. definitions.All(DispositionTable.Code)
                .Where(d => d.IsActive && (d.Unit is null || d.Unit == settings.Unit) && (named.Count == 0 || named.Contains(d.Code)))
                .Select(ChoiceOf),
        ];
    }

    private static DispositionChoice ChoiceOf(Definition row) => new(row.Id, row.Code, row.Names, DispositionTable.OutcomeOf(row));

    internal DispositionChoice FindOrRefuse(TeamId team, DefinitionId id)
        => Of(team).FirstOrDefault(d => d.Id == id) ?? throw new Refusal("queues.disposition_unknown", RefusalKind.Invalid);

    /// <summary>Codes that are rows of the table, in their order; another one is refused.</summary>
    internal IReadOnlyList<string> CheckOrRefuse(IReadOnlyList<string> codes)
    {
        var known = definitions.All(DispositionTable.Code).Select(d => d.Code).ToList();
        return codes.Except(known).FirstOrDefault() is { } stranger
            ? throw new Refusal("queues.disposition_unknown", RefusalKind.Invalid, ("code", stranger))
            : [.. known.Where(codes.Contains)];
    }
}
