using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Contracts.Clocks;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Clocks;

/// <summary>
/// Sleeps to the next instant at which something is due, tells of it, and sleeps again. What is to be told lies with the requests,
/// so a restart forgets nothing; what was told is marked in the same save, so nothing is told twice.
/// </summary>
internal sealed partial class AlarmJob(IServiceScopeFactory scopes, ClockBell bell, IKnowClocks clocks, TimeProvider clock, ILogger<AlarmJob> log) : BackgroundService
{
    private const int BatchSize = 50;

    /// <summary>The longest sleep: timers stand still while a machine is suspended, and other nodes may have saved something.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Tells everything that is due to be told; returns the instant of the next, null when there is none.</summary>
    public async Task<DateTimeOffset?> TellAsync(CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            while (await TellBatchAsync(stop))
            {
            }
        }
        finally
        {
            _turn.Release();
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RequestsDb>();
        return await db.Requests.AsNoTracking().Where(r => r.Clocks.AlarmAt != null).MinAsync(r => r.Clocks.AlarmAt, stop);
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
            var rung = bell.Listen();
            var longest = clock.GetUtcNow() + Longest;
            DateTimeOffset until;
            try
            {
                until = await TellAsync(stoppingToken) is { } next && next < longest ? next : longest;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                AlarmFailed(log, error);
                until = clock.GetUtcNow() + AfterFailure;
            }

            bell.SleepTo(until);
            await SleepAsync(until, rung, stoppingToken);
        }
    }

    /// <summary>True when there may be more.</summary>
    private async Task<bool> TellBatchAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RequestsDb>();
        var people = scope.ServiceProvider.GetRequiredService<WhoIsTold>();
        var now = clock.GetUtcNow();
        var due = await db.Requests.Where(r => r.Clocks.AlarmAt <= now).OrderBy(r => r.Clocks.AlarmAt).Take(BatchSize).ToListAsync(stop);
        foreach (var request in due)
        {
            // Computed once more, so that nobody is told of what no longer holds.
            request.Reckon(clocks, isDefinition: false, now);
            Tell(request, ClockKind.Response, people, now);
            Tell(request, ClockKind.Resolution, people, now);
        }

        await db.SaveChangesAsync(stop);
        return due.Count == BatchSize;
    }

    private static void Tell(Request request, ClockKind kind, WhoIsTold people, DateTimeOffset now)
    {
        if (request.Clocks.AlarmAt is null || request.Clocks.Of(kind) is not { AlarmAt: { } alarm } promise || alarm > now)
        {
            return;
        }

        if (promise.DueAt <= now)
        {
            request.EscalateDue(kind, people.OfEscalation(request), now);
        }
        else
        {
            request.WarnOfDue(kind, people.OfWarning(request), now);
        }
    }

    private async Task SleepAsync(DateTimeOffset until, Task rung, CancellationToken stop)
    {
        var wait = until - clock.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var sleep = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            await Task.WhenAny(rung, Task.Delay(wait, clock, sleep.Token));
        }
        finally
        {
            await sleep.CancelAsync();
        }
    }

    [LoggerMessage(LogLevel.Error, "Telling of due times failed; it is tried again")]
    private static partial void AlarmFailed(ILogger log, Exception error);
}
