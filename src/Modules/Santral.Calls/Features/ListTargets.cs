using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Calls.Live;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Calls.Features;

/// <summary>Where the caller of a running call can be sent: people and teams of his unit, with who is free now.</summary>
public static class ListTargets
{
    public sealed record Response(IReadOnlyList<PersonTarget> People, IReadOnlyList<TeamTarget> Teams);

    /// <param name="IsFree">He can be rung now.</param>
    public sealed record PersonTarget(UserId Id, string Name, CallRow.TeamNames Team, bool IsFree, AgentNow Now);

    /// <param name="IsOpen">By its opening hours.</param>
    public sealed record TeamTarget(string Code, Names Names, bool IsOpen, int Waiting, DateTimeOffset? LongestWaitSince, int AgentsReady);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/calls/{id}/targets", Handle)
        .RequirePermission(CallsPermissions.Take)
        .WithName("ListTransferTargets")
        .WithTags("calls")
        .WithSummary("People and teams the caller can be sent to.");

    internal static Ok<Response> Handle(CallId id, LiveCalls calls, TransferTargets targets, IWatchAgents agents, ICurrentUser user)
    {
        var line = calls.FindOrRefuse(id);
        return TypedResults.Ok(new Response(
            [.. targets.PeopleOf(line.Unit, user.IdOrRefuse())
                .Select(p => new PersonTarget(p.Person.Id, p.Person.DisplayName, new CallRow.TeamNames(p.Team.Code, p.Team.Names), p.IsFree, agents.Now(p.Person.Id)))
                .OrderByDescending(p => p.IsFree).ThenBy(p => p.Name, StringComparer.Ordinal)],
            [.. targets.TeamsOf(line.Unit).Select(t => Of(t, targets.IsOpen(t), agents))]));
    }

    private static TeamTarget Of(TeamSummary team, bool isOpen, IWatchAgents agents)
    {
        var now = agents.Now(team.Id);
        return new TeamTarget(team.Code, team.Names, isOpen, now.Waiting, now.LongestWaitSince, now.AgentsReady);
    }
}
