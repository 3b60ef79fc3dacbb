using Microsoft.EntityFrameworkCore;

namespace Santral.Host.Facts;

/// <summary>Once an hour: facts delivered a month ago are forgotten, and parked ones get another try.</summary>
internal sealed partial class FactKeeping(
    IServiceScopeFactory scopes, IEnumerable<ModuleDatabase> databases, OutboxBell bell, TimeProvider clock, ILogger<FactKeeping> log) : BackgroundService
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    internal async Task KeepAsync(CancellationToken stop)
    {
        var doneBefore = clock.GetUtcNow() - Keep;
        foreach (var database in databases)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(database.Context);
            await db.InTransactionAsync(
                async () =>
                {
                    await db.Outbox.Where(r => r.DoneAt < doneBefore).ExecuteDeleteAsync(stop);
                    await db.Inbox.Where(r => r.DoneAt < doneBefore).ExecuteDeleteAsync(stop);

                    // One failure more and it is parked again: the count of attempts stays.
                    await db.Outbox.Where(r => r.DoneAt == null && r.ParkedAt != null)
                        .ExecuteUpdateAsync(r => r.SetProperty(o => o.ParkedAt, (DateTimeOffset?)null), stop);
                },
                stop);
        }

        bell.Ring();
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
                await KeepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                KeepingFailed(log, failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Old facts could not be forgotten; the next hour tries again")]
    private static partial void KeepingFailed(ILogger log, Exception failure);
}
