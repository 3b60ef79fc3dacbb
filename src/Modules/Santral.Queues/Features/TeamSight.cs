using Santral.Contracts.Identity;
using Santral.Contracts.Queues;
using Santral.Queues.Live;

namespace Santral.Queues.Features;

/// <summary>Whose queues a person may watch: those of the units he works for, of all units with that right.</summary>
public sealed class TeamSight(TeamBook teams, ICurrentUser user)
{
    internal IReadOnlyList<TeamSummary> Teams => Of(teams, user.IdOrRefuse(), user.Has(OrganisationRights.AllUnits));

    internal static IReadOnlyList<TeamSummary> Of(TeamBook teams, UserId person, bool allUnits)
    {
        if (allUnits)
        {
            return teams.All;
        }

        var units = teams.Of(person).Select(t => t.Unit).ToHashSet();
        return [.. teams.All.Where(t => units.Contains(t.Unit))];
    }

    /// <summary>The teams asked for, or all that may be seen.</summary>
    internal IReadOnlyList<TeamSummary> Chosen(TeamId? team, string? unit)
    {
        var seen = Teams.Where(t => unit is null || t.Unit == unit).ToList();
        return team is not { } id ? seen : [seen.Find(t => t.Id == id) ?? throw new Refusal("queues.team_unknown", RefusalKind.Unknown)];
    }

    /// <summary>Whether an agent is in a team that may be seen.</summary>
    internal bool Sees(UserId agent)
    {
        var seen = Teams.Select(t => t.Id).ToHashSet();
        return teams.Of(agent).Any(t => seen.Contains(t.Id));
    }
}
