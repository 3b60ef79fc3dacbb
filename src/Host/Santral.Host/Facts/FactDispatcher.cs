using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Santral.Host.Facts;

/// <summary>
/// Carries stored facts to the modules that react, in order for each module. Delivery is at least once; the inbox row,
/// saved with the reaction's own changes, makes the effect once. A fact that fails holds up its module and is tried again later and later;
/// after five failures it is parked, the health page says so, and <see cref="FactKeeping"/> tries it again each hour.
/// </summary>
internal sealed partial class FactDispatcher(
    IServiceScopeFactory scopes, IEnumerable<ModuleDatabase> databases, IEnumerable<Reaction> reactions, FactNames names,
    OutboxBell bell, TimeProvider clock, ILogger<FactDispatcher> log) : BackgroundService
{
    private const int MaxAttempts = 5;
    private const int BatchSize = 50;
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(5);

    // A lock, a failover, a pool that is empty: gone within minutes, and worth waiting for.
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private readonly ConcurrentDictionary<Type, DateTimeOffset> _notBefore = new();

    // Two deliveries of one fact at once would hold up its module: the second finds the inbox row and counts as failed.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly FrozenDictionary<Type, Reaction[]> _reactions = reactions.GroupBy(r => r.Fact).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>Delivers everything that waits and is not to be tried later; true when something was delivered.</summary>
    public async Task<bool> DeliverAsync(CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            var any = false;
            foreach (var database in databases)
            {
                for (var delivered = BatchSize; delivered == BatchSize && !IsHeldUp(database);)
                {
                    delivered = await DeliverBatchAsync(database, stop);
                    any |= delivered > 0;
                }
            }

            return any;
        }
        finally
        {
            _turn.Release();
        }
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DeliverAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                DispatchFailed(log, error);
            }

            using var waited = new CancellationTokenSource(LookAnyway, clock);
            using var look = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, waited.Token);
            try
            {
                await bell.HeardAsync(look.Token);
            }
            catch (OperationCanceledException)
            {
                // Time to look anyway, or to stop.
            }
        }
    }

    private bool IsHeldUp(ModuleDatabase database)
        => _notBefore.TryGetValue(database.Context, out var until) && clock.GetUtcNow() < until;

    /// <summary>How many were delivered; after a full batch more may wait.</summary>
    private async Task<int> DeliverBatchAsync(ModuleDatabase database, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(database.Context);

        // On PostgreSQL the rows stay locked while their reactions run, so that two nodes never carry the same fact.
        await using var transaction = db.IsSqlite ? null : await db.Database.BeginTransactionAsync(stop);
        var rows = await WaitingRows(db).ToListAsync(stop);
        foreach (var (place, row) in rows.Index())
        {
            if (!await TryDeliverAsync(row, stop))
            {
                _notBefore[database.Context] = clock.GetUtcNow() + Waits[Math.Min(row.Attempts, Waits.Length) - 1];
                await SaveRowsAsync(db, transaction, stop);
                return place;
            }
        }

        await SaveRowsAsync(db, transaction, stop);
        return rows.Count;
    }

#pragma warning disable EF1002 // The table's name comes from the module itself.
    private static IQueryable<OutboxRow> WaitingRows(ModuleDb db)
        => db.IsSqlite
            ? db.Outbox.Where(r => r.DoneAt == null && r.ParkedAt == null).OrderBy(r => r.Sequence).Take(BatchSize)
            : db.Outbox.FromSqlRaw(
                $"""SELECT * FROM {db.Module}_outbox WHERE "DoneAt" IS NULL AND "ParkedAt" IS NULL ORDER BY "Sequence" LIMIT {BatchSize} FOR UPDATE SKIP LOCKED""");
#pragma warning restore EF1002

    private static async Task SaveRowsAsync(ModuleDb db, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction? transaction, CancellationToken stop)
    {
        await db.SaveChangesAsync(stop);
        if (transaction is not null)
        {
            await transaction.CommitAsync(stop);
        }
    }

    private async Task<bool> TryDeliverAsync(OutboxRow row, CancellationToken stop)
    {
        try
        {
            if (names.Find(row.Name) is { } type)
            {
                var fact = (IFact)JsonSerializer.Deserialize(row.Body, type, SantralJson.Options)!;
                foreach (var reaction in _reactions.GetValueOrDefault(type, []))
                {
                    await ReactAsync(reaction, fact, row.FactId, stop);
                }
            }

            row.DoneAt = clock.GetUtcNow();
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            row.Attempts++;
            row.LastError = error.Message.Length > 500 ? error.Message[..500] : error.Message;
            if (row.Attempts >= MaxAttempts)
            {
                row.ParkedAt = clock.GetUtcNow();
            }

            ReactionFailed(log, error, row.Name, row.Attempts);
            return row.ParkedAt is not null;
        }
    }

    private async Task ReactAsync(Reaction reaction, IFact fact, Guid factId, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(reaction.Database);
        if (await db.Inbox.AnyAsync(i => i.Consumer == reaction.Consumer && i.FactId == factId, stop))
        {
            return;
        }

        var handler = scope.ServiceProvider.GetRequiredService(reaction.Handler);
        var react = typeof(IReactTo<>).MakeGenericType(reaction.Fact).GetMethod(nameof(IReactTo<IFact>.ReactAsync))!;
        await (Task)react.Invoke(handler, [fact, stop])!;
        db.Inbox.Add(new InboxRow { Consumer = reaction.Consumer, FactId = factId, DoneAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(stop);
    }

    [LoggerMessage(LogLevel.Error, "Delivering facts failed; it is tried again")]
    private static partial void DispatchFailed(ILogger log, Exception error);

    [LoggerMessage(LogLevel.Warning, "Reaction to {Fact} failed, attempt {Attempt}")]
    private static partial void ReactionFailed(ILogger log, Exception error, string fact, int attempt);
}
