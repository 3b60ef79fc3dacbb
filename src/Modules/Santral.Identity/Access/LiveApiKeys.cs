using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Access;

/// <summary>API keys by their hashes, mostly from memory; use is written down once a minute at most.</summary>
internal sealed class LiveApiKeys(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(1);

    private readonly ShortMemory<LiveApiKey> _memory = new(clock, TimeSpan.FromSeconds(30));

    public async Task<LiveApiKey?> FindAsync(string key)
    {
        if (!key.StartsWith(Secrets.ApiKeyMark, StringComparison.Ordinal) || key.Length > 100)
        {
            return null;
        }

        var hash = Secrets.Hash(key);
        var known = await _memory.RecallAsync(hash, () => ReadAsync(hash));
        if (known is not null)
        {
            await UseAsync(known);
        }

        return known;
    }

    public void Forget(ApiKeyId id) => _memory.Forget(k => k.Id == id);

    public void ForgetAllOf(UserId user) => _memory.Forget(k => k.UserId == user);

    private async Task<LiveApiKey?> ReadAsync(string hash)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var row = await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Hash == hash && k.RevokedAt == null);
        return row is null ? null : new LiveApiKey(row.Id, row.UserId, row.Scopes) { LastUsedAt = row.LastUsedAt ?? DateTimeOffset.MinValue };
    }

    private async Task UseAsync(LiveApiKey key)
    {
        var now = clock.GetUtcNow();
        lock (key)
        {
            if (now - key.LastUsedAt < UsedEvery)
            {
                return;
            }

            key.LastUsedAt = now;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        await db.InTransactionAsync(
            () => db.ApiKeys.Where(k => k.Id == key.Id).ExecuteUpdateAsync(s => s.SetProperty(k => k.LastUsedAt, now)),
            CancellationToken.None);
    }
}

/// <summary>An API key as memory holds it.</summary>
internal sealed record LiveApiKey(ApiKeyId Id, UserId UserId, CodeSet Scopes)
{
    public DateTimeOffset LastUsedAt { get; set; }
}
