using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>Says that two requests have to do with each other; both show it, and saying it twice is once.</summary>
public static class RelateRequests
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/requests/{id}/related/{other}", AddAsync)
            .RequirePermission(RequestsPermissions.Write)
            .WithName("RelateRequests")
            .WithTags("requests")
            .WithSummary("Links two requests.");
        routes.MapDelete("/requests/{id}/related/{other}", RemoveAsync)
            .RequirePermission(RequestsPermissions.Write)
            .WithName("UnrelateRequests")
            .WithTags("requests")
            .WithSummary("Unlinks two requests.");
    }

    internal static async Task<Ok<RequestCard>> AddAsync(
        RequestId id, RequestId other, ReadRequest read, RequestsDb db, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        if (id == other)
        {
            throw new Refusal("requests.related_to_itself", RefusalKind.Invalid);
        }

        var request = await read.LoadAsync(id, stop);
        var relative = await read.LoadAsync(other, stop);
        request.RefuseMerged();
        relative.RefuseMerged();
        var link = new RequestLink(id, other, user.Id, clock.GetUtcNow());
        if (!await IsThereAsync(db, link, stop))
        {
            db.Links.Add(link);
            request.TellFamily();
            relative.TellFamily();
            try
            {
                await db.SaveChangesAsync(stop);
            }
            catch (DbUpdateException)
            {
                // Said by somebody else at the same moment: it is as it should be.
                db.ChangeTracker.Clear();
            }
        }

        return TypedResults.Ok(await read.CardAsync(id, stop));
    }

    internal static async Task<Ok<RequestCard>> RemoveAsync(
        RequestId id, RequestId other, ReadRequest read, RequestsDb db, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var request = await read.LoadAsync(id, stop);
        request.RefuseMerged();
        var link = new RequestLink(id, other, user.Id, clock.GetUtcNow());
        var found = await db.Links.SingleOrDefaultAsync(l => l.FirstId == link.FirstId && l.SecondId == link.SecondId, stop);
        if (found is not null)
        {
            db.Links.Remove(found);
            request.TellFamily();
            await db.SaveChangesAsync(stop);
        }

        return TypedResults.Ok(await read.CardAsync(id, stop));
    }

    private static Task<bool> IsThereAsync(RequestsDb db, RequestLink link, CancellationToken stop)
        => db.Links.AsNoTracking().AnyAsync(l => l.FirstId == link.FirstId && l.SecondId == link.SecondId, stop);
}
