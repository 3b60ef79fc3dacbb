using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Calls.Live;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;

namespace Santral.Calls.Features;

/// <summary>The conversations that run now, for who may listen to them: those of his units.</summary>
public static class ListLiveCalls
{
    /// <param name="Since">Begin of the conversation.</param>
    /// <param name="Mode">How this person attends it; null: he does not.</param>
    /// <param name="AttendedBy">Another supervisor who attends it.</param>
    public sealed record LiveCall(
        CallId Id,
        string Unit,
        PhoneNumber? CallingNumber,
        CallerClass Class,
        CallRow.Named<CustomerId>? Customer,
        CallRow.Named<UserId> Agent,
        CallRow.TeamNames Team,
        DeskCallState State,
        DateTimeOffset Since,
        DeskRecordingState Recording,
        AttendMode? Mode,
        string? AttendedBy);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/calls/live", Handle)
        .RequirePermission(CallsPermissions.Supervise)
        .WithName("ListLiveCalls")
        .WithTags("calls")
        .WithSummary("Conversations that run now.");

    internal static Ok<IReadOnlyList<LiveCall>> Handle(LiveCalls calls, DeskCalls desks, SupervisorSight sight, IKnowPeople people, ICurrentUser user)
    {
        var me = user.IdOrRefuse();
        return TypedResults.Ok<IReadOnlyList<LiveCall>>(
        [
            .. from line in calls.All
               where sight.Sees(line.Unit) && line.Agent is not null
               let agent = line.Agent!.Value.Agent
               let desk = desks.Of(agent)
               where desk is not null && desk.CallId == line.Id && desk.State is not (DeskCallState.Ended or DeskCallState.Offered)
               orderby desk.ConnectedAt
               select Of(line, desk, agent, people, me),
        ]);
    }

    private static LiveCall Of(CallLine line, DeskCall desk, UserId agent, IKnowPeople people, UserId me)
    {
        var attended = line.Attended;
        return new LiveCall(
            line.Id,
            line.Unit,
            line.CallingNumber,
            desk.Class,
            desk.Customer is { } customer ? new CallRow.Named<CustomerId>(customer.Id, customer.Name) : null,
            new CallRow.Named<UserId>(agent, people.Find(agent)?.DisplayName ?? ""),
            new CallRow.TeamNames(desk.Team.Code, desk.Team.Names),
            desk.State,
            desk.ConnectedAt ?? line.ArrivedAt,
            desk.Recording?.State ?? DeskRecordingState.Off,
            attended?.By == me ? attended.Value.Mode : null,
            attended is { } other && other.By != me ? people.Find(other.By)?.DisplayName ?? "" : null);
    }
}

/// <summary>Whose conversations a supervisor may listen to: of the units he works for, or of all.</summary>
internal sealed class SupervisorSight(IKnowTeams teams, ICurrentUser user)
{
    private readonly Lazy<HashSet<string>> _units = new(() => user.Id is { } me ? [.. teams.Of(me).Select(t => t.Unit)] : []);

    public bool Sees(string unit) => user.Has(OrganisationRights.AllUnits) || _units.Value.Contains(unit);
}
