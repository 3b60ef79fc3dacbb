using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Identity.Data;

namespace Santral.Identity.Jobs;

/// <summary>Once an hour: sessions that ended a month ago and counts of wrong sign-ins that hold no longer are deleted.</summary>
internal sealed partial class ForgetOldSignIns(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgetOldSignIns> log) : BackgroundService
{
    private static readonly TimeSpan KeepSessions = TimeSpan.FromDays(30);
    private static readonly TimeSpan KeepGuards = TimeSpan.FromDays(2);

    internal async Task ForgetAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (endedBefore, quietSince) = (now - KeepSessions, now - KeepGuards);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        await db.InTransactionAsync(
            async () =>
            {
                await db.Sessions.Where(s => s.ExpiresAt < endedBefore || s.RevokedAt < endedBefore).ExecuteDeleteAsync(stop);
                await db.Guards.Where(g => g.LastAt < quietSince).ExecuteDeleteAsync(stop);
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

    [LoggerMessage(LogLevel.Warning, "Old sign-ins could not be deleted")]
    private partial void LogFailure(Exception failure);
}
