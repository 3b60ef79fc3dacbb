using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Search.Data;
using Santral.Search.Domain;

namespace Santral.Search.Jobs;

/// <summary>After a start with new rules of finding, every record is written into the index again, beside the work.</summary>
internal sealed partial class MakeIndexAnew(IServiceScopeFactory scopes, ILogger<MakeIndexAnew> log) : BackgroundService
{
    /// <summary>Raised whenever <see cref="Words"/>, <see cref="Stem"/>, the marks or what is stored changes.</summary>
    private const int Rules = 4;

    // Callers' saves wait for it on SQLite: a few hundredths of a second.
    private const int BatchSize = 20;

    private readonly SemaphoreSlim _turn = new(1, 1);

    internal async Task RunAsync(CancellationToken stop)
    {
        // Asked for twice at once, the second finds it done.
        await _turn.WaitAsync(stop);
        try
        {
            await MakeAsync(stop);
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

    private async Task MakeAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SearchDb>();
        var state = await db.State.SingleOrDefaultAsync(stop);
        if (state?.Rules == Rules)
        {
            return;
        }

        // What stands there was made by other rules: its digests must not say that it is up to date.
        await db.InTransactionAsync(() => db.Documents.ExecuteUpdateAsync(d => d.SetProperty(x => x.Digest, ""), stop), stop);
        foreach (var provider in scope.ServiceProvider.GetServices<IProvideFindable>())
        {
            await foreach (var ids in provider.AllAsync(stop).Chunk(BatchSize).WithCancellation(stop))
            {
                await using var batch = scopes.CreateAsyncScope();
                await batch.ServiceProvider.GetRequiredService<Indexer>().FollowAsync(provider.Kind, ids, stop);
            }
        }

        if (state is null)
        {
            db.State.Add(state = new SearchState());
        }

        state.Rules = Rules;
        await db.SaveChangesAsync(stop);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunAsync(stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(log, failure);
        }
    }

    [LoggerMessage(LogLevel.Error, "The search index could not be made; the next start tries again")]
    private static partial void Failed(ILogger log, Exception failure);
}
