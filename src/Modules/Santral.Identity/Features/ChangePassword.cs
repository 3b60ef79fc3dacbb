using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>A person takes a new password; all other devices are signed out.</summary>
internal static class ChangePassword
{
    public sealed record Request(
        [property: Required, MaxLength(PasswordRules.MaxLength)] string Current,
        [property: Required, MaxLength(PasswordRules.MaxLength)] string Next);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/me/password", HandleAsync)
        .RequireSession().WithName("ChangePassword").WithTags("identity").WithSummary("Change one's password");

    internal static async Task<NoContent> HandleAsync(
        Request request,
        HttpContext http,
        ICurrentUser current,
        SignInCheck check,
        Passwords passwords,
        UserSessions sessions,
        PeopleChanges changes,
        IdentityDb db,
        CancellationToken stop)
    {
        var user = await check.CheckAgainAsync(current.IdOrRefuse(), request.Current, stop);
        PasswordRules.CheckOrRefuse(request.Next, user.UserName);
        user.TakePassword(passwords.Hash(request.Next));
        await sessions.RevokeAllAsync(user.Id, Principals.SessionOf(http.User), stop);
        db.WriteAct(nameof(User), user.Id.Value, "password_changed");
        await db.SaveChangesAsync(stop);
        sessions.ForgetAllOf(user.Id);
        changes.TellSessionsEnded();
        return TypedResults.NoContent();
    }
}
