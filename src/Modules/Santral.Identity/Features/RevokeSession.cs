using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>A person signs another device out: the lost laptop, the desk of yesterday.</summary>
internal static class RevokeSession
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/me/sessions/{id}", HandleAsync)
        .RequireSession().WithName("RevokeSession").WithTags("identity").WithSummary("Sign a device out");

    internal static async Task<NoContent> HandleAsync(
        SessionId id, ICurrentUser current, LiveSessions live, PeopleChanges changes, IdentityDb db, TimeProvider clock, CancellationToken stop)
    {
        var user = current.IdOrRefuse();
        var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == id && s.UserId == user && s.RevokedAt == null, stop)
            ?? throw new Refusal("identity.session_unknown", RefusalKind.Unknown);
        session.Revoke(clock.GetUtcNow());
        db.WriteAct(nameof(User), user.Value, "session_revoked", new { device = session.Device });
        await db.SaveChangesAsync(stop);
        live.Forget(id);
        changes.TellSessionsEnded();
        return TypedResults.NoContent();
    }
}
