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
            .RequirePermission(RequestsPermissions.Write)
            .WithName("AssignRequest")
            .WithTags("requests")
            .WithSummary("Gives a request to a person who can work on it, or to nobody.");
        routes.MapPut("/requests/{id}/team", ToTeamAsync)
            .RequirePermission(RequestsPermissions.Write)
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
        if (body.UserId is { } owner && people.Find(owner) is not { IsActive: true })
        {
            throw new Refusal("requests.owner_unknown", RefusalKind.Invalid);
        }

        if (body.UserId is { } worker && !people.Find(worker)!.Permissions.Contains(RequestsPermissions.Write))
        {
            throw new Refusal("requests.owner_may_not_work", RefusalKind.Invalid);
        }

        return read.ChangeAsync(id, body.Version, db, texts, user, Give, stop);

        Task Give(Domain.Request request)
        {
            request.GiveTo(body.UserId, clock.GetUtcNow());
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
        if (body.TeamId is { } team && teams.Find(team) is null)
        {
            throw new Refusal("requests.team_unknown", RefusalKind.Invalid);
        }

        return read.ChangeAsync(id, body.Version, db, texts, user, Pass, stop);

        Task Pass(Domain.Request request)
        {
            request.PassTo(body.TeamId, clock.GetUtcNow());
            return Task.CompletedTask;
        }
    }
}
