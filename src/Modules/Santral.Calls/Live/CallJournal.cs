using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Calls.Data;

namespace Santral.Calls.Live;

/// <summary>
/// Writes what happens to calls into their records. A caller never waits for it: entries queue in memory and are saved in
/// batches within milliseconds. While the database is away nothing is lost; new calls are refused when too much waits.
/// </summary>
internal sealed partial class CallJournal(IServiceScopeFactory scopes, NodeName node, TimeProvider clock, CallsMeter meter, ILogger<CallJournal> log)
    : BackgroundService
{
    /// <summary>Above this many waiting entries no new call is taken.</summary>
    public const int Full = 20_000;
    private const int BatchSize = 128;
    private const int TriesTogether = 3;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Channel<JournalEntry> _waiting = Channel.CreateUnbounded<JournalEntry>(new UnboundedChannelOptions { SingleReader = true });
    private int _count;

    public bool IsFull => Volatile.Read(ref _count) >= Full;

    public void Write(JournalEntry entry)
    {
        Interlocked.Increment(ref _count);
        _waiting.Writer.TryWrite(entry);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // The calls have ended before (hosted services stop in reverse order): write the last lines, then stop.
        _waiting.Writer.TryComplete();
        if (ExecuteTask is { } writing)
        {
            await Task.WhenAny(writing, Task.Delay(LongestPause, clock, cancellationToken));
        }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await WriteAllAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            EntriesLeft(log, Volatile.Read(ref _count));
        }
    }

    private async Task WriteAllAsync(CancellationToken stoppingToken)
    {
        var batch = new List<JournalEntry>(BatchSize);
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            while (batch.Count < BatchSize && _waiting.Reader.TryRead(out var entry))
            {
                batch.Add(entry);
            }

            await KeepAsync(batch, stoppingToken);
            Interlocked.Add(ref _count, -batch.Count);
            batch.Clear();
        }
    }

    private async Task KeepAsync(List<JournalEntry> batch, CancellationToken stop)
    {
        var pause = TimeSpan.FromMilliseconds(100);
        for (var tries = 1; ; tries++)
        {
            try
            {
                await SaveAsync(batch, again: tries > 1, stop);
                return;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                SaveFailed(log, error, batch.Count, tries);
                if (tries >= TriesTogether && await DatabaseAnswersAsync(stop))
                {
                    break;
                }

                await Task.Delay(pause, clock, stop);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }

        await KeepOneByOneAsync(batch, stop);
    }

    /// <summary>The database answers and yet refuses the batch: one entry is at fault and must not hold up the others.</summary>
    private async Task KeepOneByOneAsync(List<JournalEntry> batch, CancellationToken stop)
    {
        foreach (var entry in batch)
        {
            try
            {
                await SaveAsync([entry], again: true, stop);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                meter.JournalLost();
                EntryLost(log, error, entry.GetType().Name, entry.CallId);
            }
        }
    }

    private async Task SaveAsync(List<JournalEntry> batch, bool again, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CallsDb>();
        await JournalBatch.ApplyAsync(db, batch, node.Name, again, stop);
        await db.SaveChangesAsync(stop);
    }

    private async Task<bool> DatabaseAnswersAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CallsDb>().Database.CanConnectAsync(stop);
    }

    [LoggerMessage(LogLevel.Error, "Writing {Count} call entries failed, try {Tries}; they are kept and tried again")]
    private static partial void SaveFailed(ILogger log, Exception error, int count, int tries);

    [LoggerMessage(LogLevel.Information, "Call records stopped with {Count} entries not written; the next start closes those calls")]
    private static partial void EntriesLeft(ILogger log, int count);

    [LoggerMessage(LogLevel.Error, "A {Entry} of call {Call} cannot be stored and is left out")]
    private static partial void EntryLost(ILogger log, Exception error, string entry, Contracts.Calls.CallId call);
}
