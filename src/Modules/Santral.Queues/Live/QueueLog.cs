using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Queues.Data;

namespace Santral.Queues.Live;

/// <summary>
/// Writes what the queues want to remember behind the caller's back, in order. When the database is away it tries again;
/// when it stays away the oldest are dropped and counted, because calls matter more than their figures.
/// </summary>
public sealed class QueueLog : BackgroundService
{
    private const int Keeps = 20_000;
    private const int Batch = 200;
    private const int TriesTogether = 3;
    private const int Tries = 30;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    private readonly Channel<Entry> _entries;
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;
    private readonly ILogger<QueueLog> _log;
    private readonly Counter<long> _dropped;

    public QueueLog(IServiceScopeFactory scopes, TimeProvider clock, IMeterFactory meters, ILogger<QueueLog> log)
    {
        _scopes = scopes;
        _clock = clock;
        _log = log;
        _dropped = meters.Create("Santral.Queues").CreateCounter<long>("santral.queues.log_dropped", description: "Log rows lost because the database stayed away.");
        _entries = Channel.CreateBounded<Entry>(
            new BoundedChannelOptions(Keeps) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            entry =>
            {
                _dropped.Add(1);
                entry.Written?.TrySetResult();
            });
    }

    internal void Add<TRow>(TRow row)
        where TRow : class, ILogRow
        => _entries.Writer.TryWrite(new Entry(
            async (db, again) =>
            {
                if (!again || await db.FindAsync<TRow>(row.Id) is null)
                {
                    db.Add(row);
                }
            },
            null));

    internal void Change<TRow>(Guid id, Action<TRow> change)
        where TRow : class
        => _entries.Writer.TryWrite(new Entry(
            async (db, _) =>
            {
                if (await db.FindAsync<TRow>(id) is { } row)
                {
                    change(row);
                }
            },
            null));

    /// <summary>Ends when everything noted so far is written or given up.</summary>
    internal async Task FlushAsync(CancellationToken stop)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_entries.Writer.TryWrite(new Entry((_, _) => Task.CompletedTask, written)))
        {
            await written.Task.WaitAsync(stop);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _entries.Writer.TryComplete();
        if (ExecuteTask is { } running)
        {
            await Task.WhenAny(running, Task.Delay(Again, _clock, cancellationToken));
        }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _entries.Reader.WaitToReadAsync(stoppingToken))
            {
                var batch = new List<Entry>();
                while (batch.Count < Batch && _entries.Reader.TryRead(out var entry))
                {
                    batch.Add(entry);
                }

                await WriteAsync(batch, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The product stops and the database did not take the rest in time.
        }
    }

    private async Task WriteAsync(List<Entry> batch, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await SaveAsync(batch, again: attempt > 1, stop);
                break;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (attempt >= TriesTogether && await DatabaseAnswersAsync(stop))
                {
                    await WriteOneByOneAsync(batch, stop);
                    break;
                }

                if (attempt == Tries)
                {
                    _dropped.Add(batch.Count);
                    _log.LogError(e, "{Count} rows of the queues' log are given up.", batch.Count);
                    break;
                }

                _log.LogWarning(e, "The queues' log could not be written; trying again.");
                await Task.Delay(Again, _clock, stop);
            }
        }

        batch.ForEach(e => e.Written?.TrySetResult());
    }

    /// <summary>The database answers and yet refuses the batch: one row is at fault and must not take the others with it.</summary>
    private async Task WriteOneByOneAsync(List<Entry> batch, CancellationToken stop)
    {
        foreach (var entry in batch)
        {
            try
            {
                await SaveAsync([entry], again: true, stop);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                _dropped.Add(1);
                _log.LogError(e, "A row of the queues' log is given up.");
            }
        }
    }

    private async Task SaveAsync(List<Entry> batch, bool again, CancellationToken stop)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<QueuesDb>();
        foreach (var entry in batch)
        {
            await entry.Write(db, again);
        }

        await db.SaveChangesAsync(stop);
    }

    private async Task<bool> DatabaseAnswersAsync(CancellationToken stop)
    {
        await using var scope = _scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<QueuesDb>().Database.CanConnectAsync(stop);
    }

    /// <param name="Write">Told whether it was tried before: a save whose answer was lost may have been done.</param>
    /// <param name="Written">Completed when it is written or given up.</param>
    private sealed record Entry(Func<QueuesDb, bool, Task> Write, TaskCompletionSource? Written);
}
