using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Workplace.Data;

namespace Santral.Workplace.Jobs;

/// <summary>Once an hour: notices nobody needs any more and drafts nobody came back to are deleted.</summary>
internal sealed partial class ForgetOld(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgetOld> log) : BackgroundService
{
    internal static readonly TimeSpan KeepRead = TimeSpan.FromDays(30);
    internal static readonly TimeSpan KeepUnread = TimeSpan.FromDays(180);
    internal static readonly TimeSpan KeepDrafts = TimeSpan.FromDays(30);

    internal async Task ForgetAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (readBefore, toldBefore, typedBefore) = (now - KeepRead, now - KeepUnread, now - KeepDrafts);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkplaceDb>();
        await db.InTransactionAsync(
            async () =>
            {
                await db.Notices.Where(n => n.At < toldBefore || n.ReadAt < readBefore).ExecuteDeleteAsync(stop);
                await db.Notices.Where(n => n.FoldedInto != null && n.At < readBefore).ExecuteDeleteAsync(stop);
                await db.Announcements.Where(a => a.At < toldBefore).ExecuteDeleteAsync(stop);
                await db.Drafts.Where(d => d.SavedAt < typedBefore).ExecuteDeleteAsync(stop);
                await db.OlderDrafts.Where(o => o.SetAsideAt < typedBefore).ExecuteDeleteAsync(stop);
            },
            stop);
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
                await ForgetAsync(stoppingToken);
            }
            catch (Exception failure)
            {
                // The next hour tries again; a database that is away must not end the process.
                LogFailure(failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Old notices and drafts could not be deleted")]
    private partial void LogFailure(Exception failure);
}
