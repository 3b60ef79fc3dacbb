using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>A key stops working, for the next request already.</summary>
internal static class RevokeApiKey
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/me/api-keys/{id}", HandleAsync)
        .RequireSession().WithName("RevokeApiKey").WithTags("identity").WithSummary("Revoke an API key");

    internal static async Task<NoContent> HandleAsync(
        ApiKeyId id, ICurrentUser current, LiveApiKeys live, IdentityDb db, TimeProvider clock, CancellationToken stop)
    {
        var user = current.IdOrRefuse();
        var key = await db.ApiKeys.FirstOrDefaultAsync(k => k.Id == id && k.UserId == user && k.RevokedAt == null, stop)
            ?? throw new Refusal("identity.api_key_unknown", RefusalKind.Unknown);
        key.Revoke(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        live.Forget(id);
        return TypedResults.NoContent();
    }
}
