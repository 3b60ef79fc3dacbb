using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>A person signs in with name, password and, where it is on, a code; the browser gets a session.</summary>
internal static class SignIn
{
    /// <param name="Code">From the authenticator app or from paper; asked for by `identity.code_needed`.</param>
    /// <param name="Keep">Stay signed in on this device.</param>
    public sealed record Request(
        [property: Required, MaxLength(UserNames.MaxLength)] string UserName,
        [property: Required, MaxLength(PasswordRules.MaxLength)] string Password,
        [property: MaxLength(40)] string? Code,
        bool? Keep);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/session", HandleAsync)
        .AllowAnonymous().WithName("SignIn").WithTags("identity").WithSummary("Sign in");

    internal static async Task<Ok<ShowMe.Response>> HandleAsync(
        Request request,
        HttpContext http,
        SignInCheck check,
        UserSessions sessions,
        LiveSessions live,
        ActingUser acting,
        People people,
        OrganisationInMemory organisation,
        IdentityDb db,
        TimeProvider clock,
        CancellationToken stop)
    {
        var keep = request.Keep ?? false;
        var before = Principals.SessionOf(http.User) is { } old ? await db.Sessions.FindAsync([old], stop) : null;
        var token = "";
        var user = await check.CheckAsync(request.UserName, request.Password, request.Code, Enter, stop);
        if (before is not null)
        {
            live.Forget(before.Id);
        }

        SessionCookie.Write(http, token, keep);
        return TypedResults.Ok(ShowMe.Of(people.Know(user.Id)!, organisation));

        void Enter(User user)
        {
            // The browser has one session; the one it leaves ends here.
            before?.Revoke(clock.GetUtcNow());
            (var session, token) = sessions.Begin(user, keep, http);
            acting.Become(Principals.Of(people.Know(user.Id)!, session.Id));
            db.WriteAct(nameof(User), user.Id.Value, "signed_in", new { device = session.Device, address = session.Address });
        }
    }
}
