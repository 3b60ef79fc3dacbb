using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Contracts.Clocks;
using Santral.Contracts.Live;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Clocks;

/// <summary>
/// Computes the due times of all open requests anew when calendars, targets or the category tree changed: in short batches between the
/// saves of people, each row only if nobody saved it meanwhile, and from the beginning after a restart.
/// </summary>
internal sealed partial class RecomputeJob(
    IServiceScopeFactory scopes, RecomputeBell bell, ClockBell alarm, IKnowClocks clocks, ILiveNews news, TimeProvider clock, ILogger<RecomputeJob> log) : BackgroundService
{
    private const int BatchSize = 100;

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Does what is asked for; true when something was.</summary>
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            return await RunOnceAsync(stop);
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

    private async Task<bool> RunOnceAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RequestsDb>();
        var run = await db.ClockRuns.SingleOrDefaultAsync(stop);
        if (run is not { IsDue: true })
        {
            return false;
        }

        var asked = run.AskedAt;
        var open = await db.Requests.AsNoTracking()
            .Where(r => r.StageKind != StageKind.Closed && r.StageKind != StageKind.Rejected && r.StageKind != StageKind.Resolved)
            .Select(r => r.Id)
            .ToListAsync(stop);
        foreach (var batch in open.Chunk(BatchSize))
        {
            await FollowAsync(batch, stop);
        }

        // Asked again meanwhile: the next round does it.
        await db.ClockRuns.Where(r => r.AskedAt == asked).ExecuteUpdateAsync(set => set.SetProperty(r => r.DoneFor, asked), stop);
        alarm.RingBy(DateTimeOffset.MinValue.AddTicks(1));
        news.ToAll(ClockNews.Topic, new ClockNews(asked));
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await RunAsync(stoppingToken))
                {
                }

                await bell.HeardAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                ComputingFailed(log, error);
                await Task.Delay(AfterFailure, clock, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(IReadOnlyList<RequestId> batch, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RequestsDb>();
        var requests = await db.Requests.AsNoTracking().Where(r => batch.Contains(r.Id)).ToListAsync(stop);
        var now = clock.GetUtcNow();
        var changed = requests.Where(r => Follows(r, now)).ToList();
        if (changed.Count > 0)
        {
            await db.InTransactionAsync(
                async () =>
                {
                    foreach (var request in changed)
                    {
                        await WriteAsync(db, request, stop);
                    }
                },
                stop);
        }
    }

    private bool Follows(Request request, DateTimeOffset now)
    {
        var before = Mark(request);
        request.Reckon(clocks, isDefinition: true, now);
        return Mark(request) != before;
    }

    private static (DateTimeOffset, DateTimeOffset?, string) Mark(Request request)
    {
        var (one, other) = (request.Clocks.Response, request.Clocks.Resolution);
        return (request.Clocks.DueAt, request.Clocks.AlarmAt, $"{one.Target} {one.DueAt:O} {one.WarnAt:O} {one.Left} {other.Target} {other.DueAt:O} {other.WarnAt:O} {other.Left}");
    }

    /// <summary>Whoever saved the request meanwhile has computed it by the new definitions himself.</summary>
    private static Task<int> WriteAsync(RequestsDb db, Request request, CancellationToken stop)
    {
        var (clocks, one, other) = (request.Clocks, request.Clocks.Response, request.Clocks.Resolution);
        return db.Requests
            .Where(r => r.Id == request.Id && r.Version == request.Version && r.Clocks.Response.MetAt == one.MetAt)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(r => r.Clocks.DueAt, clocks.DueAt)
                    .SetProperty(r => r.Clocks.AlarmAt, clocks.AlarmAt)
                    .SetProperty(r => r.Clocks.Response.Target, one.Target)
                    .SetProperty(r => r.Clocks.Response.DueAt, one.DueAt)
                    .SetProperty(r => r.Clocks.Response.WarnAt, one.WarnAt)
                    .SetProperty(r => r.Clocks.Response.WarnedAt, one.WarnedAt)
                    .SetProperty(r => r.Clocks.Response.EscalatedAt, one.EscalatedAt)
                    .SetProperty(r => r.Clocks.Resolution.Target, other.Target)
                    .SetProperty(r => r.Clocks.Resolution.DueAt, other.DueAt)
                    .SetProperty(r => r.Clocks.Resolution.WarnAt, other.WarnAt)
                    .SetProperty(r => r.Clocks.Resolution.Left, other.Left)
                    .SetProperty(r => r.Clocks.Resolution.WarnedAt, other.WarnedAt)
                    .SetProperty(r => r.Clocks.Resolution.EscalatedAt, other.EscalatedAt),
                stop);
    }

    [LoggerMessage(LogLevel.Error, "Computing due times anew failed; it is tried again")]
    private static partial void ComputingFailed(ILogger log, Exception error);
}

/// <summary>Told to open screens when all due times were computed anew.</summary>
public sealed record ClockNews(DateTimeOffset At)
{
    public const string Topic = "clocks";
}
