using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>Says that a call is about a request; twice is once.</summary>
public static class LinkCall
{
    public sealed record Request(CallId CallId);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/requests/{id}/calls", HandleAsync)
        .RequirePermission(RequestsPermissions.Write)
        .WithName("LinkCall")
        .WithTags("requests")
        .WithSummary("Links a call to a request.");

    internal static async Task<NoContent> HandleAsync(
        RequestId id, Request body, ReadRequest read, RequestsDb db, FindCall calls, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var request = await read.LoadAsync(id, stop);
        request.RefuseMerged();
        await calls.OrRefuseAsync(body.CallId, stop);
        if (await IsLinkedAsync(db, id, body.CallId, stop))
        {
            return TypedResults.NoContent();
        }

        var now = clock.GetUtcNow();
        db.LinkedCalls.Add(LinkedCall.Link(request, body.CallId, user.Id, now));
        try
        {
            await db.InTransactionAsync(
                async () =>
                {
                    await db.SaveChangesAsync(stop);
                    await db.TouchAsync(id, now, stop);
                },
                stop);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await IsLinkedAsync(db, id, body.CallId, stop))
            {
                throw;
            }
        }

        return TypedResults.NoContent();
    }

    private static Task<bool> IsLinkedAsync(RequestsDb db, RequestId request, CallId call, CancellationToken stop)
        => db.LinkedCalls.AsNoTracking().AnyAsync(l => l.RequestId == request && l.CallId == call, stop);
}
