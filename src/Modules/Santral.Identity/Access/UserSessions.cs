using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Access;

/// <summary>Begins and ends sessions; the caller saves, and then forgets what memory held.</summary>
internal sealed class UserSessions(IdentityDb db, LiveSessions live, LiveApiKeys keys, TimeProvider clock)
{
    /// <summary>The new session and the token for its cookie.</summary>
    public (UserSession Session, string Token) Begin(User user, bool keep, HttpContext http)
    {
        var token = Secrets.NewSessionToken();
        var session = UserSession.Begin(
            Id.New<SessionId>(clock),
            user.Id,
            Secrets.Hash(token),
            keep,
            http.Request.Headers.UserAgent.ToString(),
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            clock.GetUtcNow());
        db.Sessions.Add(session);
        return (session, token);
    }

    /// <summary>All of a person's sessions except one; null keeps none.</summary>
    public async Task RevokeAllAsync(UserId user, SessionId? except, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var session in await db.Sessions.Where(s => s.UserId == user && s.RevokedAt == null).ToListAsync(stop))
        {
            if (session.Id != except)
            {
                session.Revoke(now);
            }
        }
    }

    /// <summary>A password that an administrator had to reset may have been in wrong hands, and so may keys made with it.</summary>
    public async Task RevokeKeysAsync(UserId user, CancellationToken stop)
    {
        foreach (var key in await db.ApiKeys.Where(k => k.UserId == user && k.RevokedAt == null).ToListAsync(stop))
        {
            key.Revoke(clock.GetUtcNow());
        }
    }

    public void ForgetAllOf(UserId user)
    {
        live.ForgetAllOf(user);
        keys.ForgetAllOf(user);
    }
}
