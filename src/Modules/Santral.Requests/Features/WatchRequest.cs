using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Requests.Data;

namespace Santral.Requests.Features;

/// <summary>Puts people on a request who are told what happens to it. Who watches sees it, also in another unit.</summary>
public static class WatchRequest
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/requests/{id}/watchers/{person}", AddAsync)
            .RequirePermission(RequestsPermissions.Read)
            .WithName("WatchRequest")
            .WithTags("requests")
            .WithSummary("Lets a person follow a request: oneself, or another one who may write.");
        routes.MapDelete("/requests/{id}/watchers/{person}", RemoveAsync)
            .RequirePermission(RequestsPermissions.Read)
            .WithName("UnwatchRequest")
            .WithTags("requests")
            .WithSummary("Ends that a person follows a request.");
    }

    internal static async Task<Ok<RequestCard>> AddAsync(
        RequestId id, UserId person, ReadRequest read, RequestsDb db, IKnowPeople people, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        RefuseOthers(person, user);
        if (people.Find(person) is not { IsActive: true } watcher || !watcher.Permissions.Contains(RequestsPermissions.Read))
        {
            throw new Refusal("requests.watcher_unknown", RefusalKind.Invalid);
        }

        var request = await read.LoadAsync(id, stop);
        if (request.Watchers.Any(w => w.UserId == person))
        {
            return TypedResults.Ok(await read.CardAsync(request, stop));
        }

        request.Watch(person, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Added by somebody else at the same moment: it is as it should be.
            db.ChangeTracker.Clear();
        }

        return TypedResults.Ok(await read.CardAsync(id, stop));
    }

    internal static async Task<Results<Ok<RequestCard>, NoContent>> RemoveAsync(
        RequestId id, UserId person, ReadRequest read, RequestsDb db, Sight sight, ICurrentUser user, CancellationToken stop)
    {
        RefuseOthers(person, user);
        var request = await read.LoadAsync(id, stop);
        request.RefuseMerged();
        await db.Watchers.Where(w => w.RequestId == id && w.UserId == person).ExecuteDeleteAsync(stop);
        db.ChangeTracker.Clear();

        // He may have seen it only because he watched it.
        return await sight.Of(db.Requests.AsNoTracking()).AnyAsync(r => r.Id == id, stop)
            ? TypedResults.Ok(await read.CardAsync(id, stop))
            : TypedResults.NoContent();
    }

    private static void RefuseOthers(UserId person, ICurrentUser user)
    {
        if (person != user.Id && !user.Has(RequestsPermissions.Write))
        {
            throw new Refusal("requests.watch_oneself_only", RefusalKind.Forbidden);
        }
    }
}
