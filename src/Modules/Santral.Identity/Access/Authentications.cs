using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Santral.Identity.Data;

namespace Santral.Identity.Access;

/// <summary>Says who is not known, or may not, in the product's own words; the host turns refusals into problem details.</summary>
internal abstract class RefusingAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        => throw new Refusal("identity.sign_in_needed", RefusalKind.Unauthenticated);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
        => throw new Refusal("identity.not_permitted", RefusalKind.Forbidden);
}

/// <summary>Knows a browser by its cookie.</summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, LiveSessions sessions, People people)
    : RefusingAuthentication(options, logs, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Read(Request) is not { } token)
        {
            return AuthenticateResult.NoResult();
        }

        var session = await sessions.FindAsync(token);
        if (session is null || people.Know(session.UserId) is not { Person.IsActive: true } known)
        {
            return AuthenticateResult.NoResult();
        }

        if (await sessions.SeeAsync(session) && session.IsKept)
        {
            SessionCookie.Write(Context, token, keep: true);
        }

        return AuthenticateResult.Success(new AuthenticationTicket(Principals.Of(known, session.Id), Scheme.Name));
    }
}

/// <summary>Knows a program by its key: the rights of its person at this moment, and of these only the key's scopes.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, LiveApiKeys keys, People people)
    : RefusingAuthentication(options, logs, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (IdentitySchemes.BearerOf(Request) is not { } bearer || await keys.FindAsync(bearer) is not { } key
            || people.Know(key.UserId) is not { Person.IsActive: true } known)
        {
            return AuthenticateResult.NoResult();
        }

        return AuthenticateResult.Success(new AuthenticationTicket(Principals.Of(known, key.Scopes), Scheme.Name));
    }
}
