using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>Ends this browser's session. Saying it twice, or without one, is no mistake.</summary>
internal static class SignOut
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/session", HandleAsync)
        .AllowAnonymous().WithName("SignOut").WithTags("identity").WithSummary("Sign out");

    internal static async Task<NoContent> HandleAsync(HttpContext http, LiveSessions live, PeopleChanges changes, IdentityDb db, TimeProvider clock)
    {
        if (Principals.SessionOf(http.User) is { } id && await db.Sessions.FindAsync(id) is { } session)
        {
            session.Revoke(clock.GetUtcNow());
            db.WriteAct(nameof(User), session.UserId.Value, "signed_out");
            await db.SaveChangesAsync(CancellationToken.None);
            live.Forget(id);
            changes.TellSessionsEnded();
        }

        SessionCookie.Remove(http);
        return TypedResults.NoContent();
    }
}
