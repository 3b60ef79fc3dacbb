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

    internal void Add(object row) => _entries.Writer.TryWrite(new Entry(db => Insert(db, row), null));

    internal void Change<TRow>(Guid id, Action<TRow> change)
        where TRow : class
        => _entries.Writer.TryWrite(new Entry(
            async db =>
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
        if (_entries.Writer.TryWrite(new Entry(_ => Task.CompletedTask, written)))
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

    private static Task Insert(QueuesDb db, object row)
    {
        db.Add(row);
        return Task.CompletedTask;
    }

    private async Task WriteAsync(List<Entry> batch, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var scope = _scopes.CreateScope();
                var db = scope.ServiceProvider.GetRequiredService<QueuesDb>();
                foreach (var entry in batch)
                {
                    await entry.Write(db);
                }

                await db.SaveChangesAsync(stop);
                break;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
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

    private sealed record Entry(Func<QueuesDb, Task> Write, TaskCompletionSource? Written);
}
