using Santral.Contracts.Identity;
using Santral.Requests.Domain;

namespace Santral.Requests.Clocks;

/// <summary>Whom a due time concerns: who has the request in hand, else his team; when it is late also those who lead.</summary>
internal sealed class WhoIsTold(IKnowPeople people, IKnowTeams teams)
{
    public IReadOnlyList<UserId> OfWarning(Request request)
        => request.OwnerId is { } owner ? [owner] : request.TeamId is { } team ? Members(p => p.Id == team) : [];

    public IReadOnlyList<UserId> OfEscalation(Request request) => [.. OfWarning(request).Concat(Leaders(request)).Distinct()];

    /// <summary>Leaders of the team, else of the unit, else of the house.</summary>
    private List<UserId> Leaders(Request request)
    {
        var all = people.All.Where(p => p.IsActive && p.Permissions.Contains(RequestsPermissions.Settings)).Select(p => p.Id).ToList();
        var own = all.Where(p => teams.Of(p).Any(t => t.Id == request.TeamId)).ToList();
        if (own.Count == 0)
        {
            own = [.. all.Where(p => teams.Of(p).Any(t => t.Unit == request.Unit))];
        }

        return own.Count > 0 ? own : all;
    }

    private List<UserId> Members(Func<TeamSummary, bool> isTeam)
        => [.. people.All.Where(p => p.IsActive && teams.Of(p.Id).Any(isTeam)).Select(p => p.Id)];
}
