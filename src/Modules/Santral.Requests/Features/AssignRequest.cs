using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Contracts.Identity;
using Santral.Requests.Data;

namespace Santral.Requests.Features;

/// <summary>Gives a request to a person or to a team, or to nobody.</summary>
public static class AssignRequest
{
    public sealed record OwnerRequest(int Version, UserId? UserId);

    public sealed record TeamRequest(int Version, TeamId? TeamId);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/requests/{id}/owner", ToPersonAsync)
            .RequirePermission(RequestsPermissions.Assign)
            .WithName("AssignRequest")
            .WithTags("requests")
            .WithSummary("Gives a request to a person who can work on it, or to nobody.");
        routes.MapPut("/requests/{id}/team", ToTeamAsync)
            .RequirePermission(RequestsPermissions.Assign)
            .WithName("PassRequest")
            .WithTags("requests")
            .WithSummary("Passes a request to a team, or to none.");
    }

    internal static Task<Results<Ok<RequestCard>, ProblemHttpResult>> ToPersonAsync(
        RequestId id,
        OwnerRequest body,
        ReadRequest read,
        RequestsDb db,
        IKnowPeople people,
        ITexts texts,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken stop)
    {
        people.RefuseWhoMayNotWork(body.UserId);
        return read.ChangeAsync(id, body.Version, db, texts, user, Give, stop);

        Task Give(Domain.Request request)
        {
            request.GiveTo(body.UserId, user.Id, clock.GetUtcNow());
            return Task.CompletedTask;
        }
    }

    internal static Task<Results<Ok<RequestCard>, ProblemHttpResult>> ToTeamAsync(
        RequestId id,
        TeamRequest body,
        ReadRequest read,
        RequestsDb db,
        IKnowTeams teams,
        ITexts texts,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken stop)
    {
        return read.ChangeAsync(id, body.Version, db, texts, user, Pass, stop);

        Task Pass(Domain.Request request)
        {
            teams.RefuseTeamOfAnother(body.TeamId, request.Unit);
            request.PassTo(body.TeamId, clock.GetUtcNow());
            return Task.CompletedTask;
        }
    }
}

/// <summary>Who can be given work.</summary>
internal static class Workers
{
    public static void RefuseWhoMayNotWork(this IKnowPeople people, UserId? person)
    {
        if (person is not { } given)
        {
            return;
        }

        if (people.Find(given) is not { IsActive: true } worker)
        {
            throw new Refusal("requests.owner_unknown", RefusalKind.Invalid);
        }

        if (!worker.Permissions.Contains(RequestsPermissions.Write))
        {
            throw new Refusal("requests.owner_may_not_work", RefusalKind.Invalid);
        }
    }

    /// <summary>A team sees the requests of its own unit only.</summary>
    public static void RefuseTeamOfAnother(this IKnowTeams teams, TeamId? team, string unit)
    {
        if (team is not { } chosen)
        {
            return;
        }

        var found = teams.Find(chosen) ?? throw new Refusal("requests.team_unknown", RefusalKind.Invalid);
        if (found.Unit != unit)
        {
            throw new Refusal("requests.team_of_another_unit", RefusalKind.Invalid);
        }
    }
}
