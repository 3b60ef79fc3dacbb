using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Calls.Domain;
using Santral.Calls.Live;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;

namespace Santral.Calls.Features;

/// <summary>An agent sends his caller to a team, to another agent or to a number outside, without speaking to anybody there first (I-12, I-23).</summary>
public static class TransferCall
{
    /// <param name="Team">Code of the team; its queue takes the caller.</param>
    /// <param name="Agent">One agent; he is rung now or the caller comes back.</param>
    /// <param name="Number">A number outside, as it was typed.</param>
    public sealed record Request(
        [property: MaxLength(CallLimits.Code)] string? Team, UserId? Agent, [property: MaxLength(CallLimits.CalledNumber)] string? Number = null);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/calls/{id}/transfer", HandleAsync)
        .RequirePermission(CallsPermissions.Take)
        .WithName("TransferCall")
        .WithTags("calls")
        .WithSummary("Sends the caller to a team, an agent or a number.");

    internal static async Task<NoContent> HandleAsync(
        CallId id, Request request, LiveCalls calls, TransferTargets targets, IDialOut dial, IOrganisation organisation, ICurrentUser user,
        CancellationToken stop)
    {
        var agent = user.IdOrRefuse();
        var line = calls.FindOrRefuse(id);
        switch (request)
        {
            case { Team: { Length: > 0 } code, Agent: null, Number: null or "" }:
                await line.TransferByAsync(agent, targets.TeamOrRefuse(code, line.Unit), to: null);
                break;
            case { Team: null or "", Agent: { } to, Number: null or "" }:
                await line.TransferByAsync(agent, targets.TeamOfOrRefuse(to, agent, line.Unit), to);
                break;
            case { Team: null or "", Agent: null, Number: { Length: > 0 } typed }:
                var number = OutsideNumber.ReadOrRefuse(typed, line.Unit, organisation);
                await dial.CheckOrRefuseAsync(agent, number, OutboundWay.Transfer, stop);
                await line.TransferOutByAsync(agent, number);
                break;
            default:
                throw new Refusal("calls.target_needed", RefusalKind.Invalid);
        }

        return TypedResults.NoContent();
    }
}

/// <summary>Who can be sent a caller of a business unit.</summary>
internal sealed class TransferTargets(IKnowTeams teams, IQueueCalls queues, IKnowPeople people, IWatchAgents agents, DeskCalls desks)
{
    public TeamSummary TeamOrRefuse(string code, string unit)
    {
        var team = teams.FindByCode(code);
        if (team is null || team.Unit != unit || !TakesCalls(team))
        {
            throw new Refusal("calls.team_unknown", RefusalKind.Invalid);
        }

        return queues.IsOpen(code) ? team : throw new Refusal("calls.team_closed");
    }

    /// <summary>The team by which the agent is reached: one of the caller's unit.</summary>
    public TeamSummary TeamOfOrRefuse(UserId to, UserId from, string unit)
    {
        if (to == from)
        {
            throw new Refusal("calls.target_is_self", RefusalKind.Invalid);
        }

        var team = people.Find(to) is { IsActive: true } person && person.Permissions.Contains(CallsPermissions.Take)
            ? teams.Of(to).FirstOrDefault(t => t.Unit == unit)
            : null;
        if (team is null)
        {
            throw new Refusal("calls.agent_unknown", RefusalKind.Invalid);
        }

        return IsFree(to) ? team : throw new Refusal("calls.agent_not_free");
    }

    public IReadOnlyList<TeamSummary> TeamsOf(string unit) => [.. teams.All.Where(t => t.Unit == unit && TakesCalls(t))];

    /// <summary>A team whose people take no calls, as those who go on site, has no queue worth waiting in.</summary>
    private bool TakesCalls(TeamSummary team) => people.All.Any(p => p.IsActive && p.Permissions.Contains(CallsPermissions.Take) && teams.Of(p.Id).Any(t => t.Id == team.Id));

    public IEnumerable<(Person Person, TeamSummary Team, bool IsFree)> PeopleOf(string unit, UserId except)
        => from person in people.All
           where person.IsActive && person.Id != except && person.Permissions.Contains(CallsPermissions.Take)
           let team = teams.Of(person.Id).FirstOrDefault(t => t.Unit == unit)
           where team is not null
           select (person, team, IsFree(person.Id));

    private bool IsFree(UserId agent) => agents.IsReady(agent) && desks.BoundTo(agent) is null;

    public bool IsOpen(TeamSummary team) => queues.IsOpen(team.Code);
}
