using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Calls.Data;
using Santral.Calls.Live;
using Santral.Calls.Live.Recordings;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Calls.Jobs;

/// <summary>Once an hour: recordings that are older than their team keeps them lose their sound. The record stays and says so.</summary>
internal sealed partial class SweepRecordings(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SweepRecordings> log) : BackgroundService
{
    private const int AtOnce = 200;
    private static readonly TimeSpan OtherNodes = TimeSpan.FromDays(2);

    /// <returns>How many were deleted.</returns>
    internal async Task<int> SweepAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, book, own) = (services.GetRequiredService<CallsDb>(), services.GetRequiredService<RecordingBook>(), services.GetRequiredService<NodeName>().Name);
        var remove = services.GetRequiredService<RemoveRecordings>();
        var count = 0;
        foreach (var team in await db.Recordings.Where(r => r.State != RecordingState.Deleted).Select(r => r.Team).Distinct().ToListAsync(stop))
        {
            var before = clock.GetUtcNow().AddDays(-book.Of(team).KeepDays);
            count += await SweepAsync(db, remove, team, before, own, stop);
        }

        // Erased on another node: the file lies here.
        var since = clock.GetUtcNow() - OtherNodes;
        var folder = services.GetRequiredService<RecordingFolder>();
        foreach (var place in await db.Recordings.Where(r => r.Node == own && r.GoneAt > since).Select(r => r.Path).ToListAsync(stop))
        {
            folder.TryDelete(place);
        }

        return count;
    }

    private static async Task<int> SweepAsync(CallsDb db, RemoveRecordings remove, TeamId team, DateTimeOffset before, string own, CancellationToken stop)
    {
        var count = 0;
        while (true)
        {
            var some = await db.Recordings
                .Where(r => r.Team == team && r.StartedAt < before && r.Node == own && r.State != RecordingState.Deleted && r.State != RecordingState.Running)
                .OrderBy(r => r.StartedAt).Take(AtOnce).ToListAsync(stop);
            var removed = remove.Remove(some, RecordingGone.Retention);
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
            count += removed;
            if (some.Count < AtOnce || removed == 0)
            {
                return count;
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hours = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        // Disposed with the process, the timer says false; that is the end, not a failure.
        await using var end = stoppingToken.Register(hours.Dispose);
        while (await hours.WaitForNextTickAsync(CancellationToken.None))
        {
            try
            {
                if (await SweepAsync(stoppingToken) is > 0 and var count)
                {
                    LogSwept(count);
                }
            }
            catch (Exception failure)
            {
                // The next hour tries again; a database that is away must not end the process.
                LogFailure(failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} recordings were deleted because they are older than their teams keep them")]
    private partial void LogSwept(int count);

    [LoggerMessage(LogLevel.Warning, "Old recordings could not be deleted")]
    private partial void LogFailure(Exception failure);
}

/// <summary>Takes the sound away and writes down that it was, in the call's trace and in the audit trail. The caller saves.</summary>
internal sealed class RemoveRecordings(CallsDb db, RecordingFolder folder, TimeProvider clock)
{
    /// <returns>How many; a file that cannot be deleted keeps its record.</returns>
    public int Remove(IEnumerable<Domain.Recording> recordings, RecordingGone why)
    {
        var now = clock.GetUtcNow();
        var count = 0;
        foreach (var recording in recordings.Where(r => r.State == RecordingState.Deleted || folder.TryDelete(r.Path)))
        {
            recording.Remove(why, now);
            db.Events.Add(new Domain.CallEvent { CallId = recording.CallId, At = now, Kind = Domain.CallEventKind.RecordingDeleted });
            db.WriteAct(nameof(Domain.Recording), recording.Id.Value, why == RecordingGone.Erased ? "erased" : "too_old");
            count++;
        }

        return count;
    }
}
