using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Access;

/// <summary>Sessions by their tokens, mostly from memory. A revoked session is gone for the next request.</summary>
internal sealed class LiveSessions(IServiceScopeFactory scopes, People people, TimeProvider clock) : IKnowWhoIsIn
{
    /// <summary>Use is written down only so often: a request is a read.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private readonly ShortMemory<LiveSession> _memory = new(clock, TimeSpan.FromSeconds(30));

    public async Task<LiveSession?> FindAsync(string token)
    {
        var hash = Secrets.Hash(token);
        var session = await _memory.RecallAsync(hash, () => ReadAsync(hash));
        return session is not null && clock.GetUtcNow() < session.ExpiresAt ? session : null;
    }

    public async Task<bool> IsStillInAsync(ClaimsPrincipal principal)
    {
        if (Principals.UserOf(principal) is not { } user || people.Find(user) is not { IsActive: true } || Principals.SessionOf(principal) is not { } id)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var row = await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id);
        return row is not null && row.IsLive(clock.GetUtcNow());
    }

    /// <summary>True when the use was written down, so that the end moved.</summary>
    public async Task<bool> SeeAsync(LiveSession session)
    {
        var now = clock.GetUtcNow();
        if (now - session.LastSeenAt < SeenEvery)
        {
            return false;
        }

        session.LastSeenAt = now;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        if (await db.Sessions.FirstOrDefaultAsync(s => s.Id == session.Id) is not { } row || !row.IsLive(now))
        {
            return false;
        }

        row.See(now);
        await db.SaveChangesAsync();
        session.ExpiresAt = row.ExpiresAt;
        return true;
    }

    public void Forget(SessionId id) => _memory.Forget(s => s.Id == id);

    public void ForgetAllOf(UserId user) => _memory.Forget(s => s.UserId == user);

    private async Task<LiveSession?> ReadAsync(string hash)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var row = await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.TokenHash == hash);
        return row is not null && row.IsLive(clock.GetUtcNow())
            ? new LiveSession(row.Id, row.UserId, row.IsKept) { LastSeenAt = row.LastSeenAt, ExpiresAt = row.ExpiresAt }
            : null;
    }
}

/// <summary>A session as memory holds it.</summary>
internal sealed record LiveSession(SessionId Id, UserId UserId, bool IsKept)
{
    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
