using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Files.Data;

namespace Santral.Files.Jobs;

/// <summary>Once an hour: files that no record refers to a day after they were stored are deleted, and with them what a crash left half received.</summary>
internal sealed partial class SweepFiles(IServiceScopeFactory scopes, FileFolder folder, TimeProvider clock, ILogger<SweepFiles> log) : BackgroundService
{
    internal static readonly TimeSpan Wait = TimeSpan.FromDays(1);

    private const int AtOnce = 500;

    internal async Task SweepAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var before = now - Wait;
        folder.DeleteLeftovers(before.UtcDateTime);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FilesDb>();
        var holders = scope.ServiceProvider.GetServices<IHoldFiles>().ToList();

        // Each file is looked at once a day, however many there are.
        while (await db.Files.Where(f => f.LookedAtLast < before).OrderBy(f => f.LookedAtLast).Select(f => f.Id).Take(AtOnce).ToListAsync(stop) is { Count: > 0 } some)
        {
            foreach (var file in await UnheldAsync(some, holders, stop))
            {
                await Sweeping.DropAsync(db, folder, file, stop);
            }

            await db.InTransactionAsync(
                () => db.Files.Where(f => some.Contains(f.Id)).ExecuteUpdateAsync(set => set.SetProperty(f => f.LookedAtLast, now), stop), stop);
        }
    }

    private static async Task<IEnumerable<FileId>> UnheldAsync(List<FileId> files, List<IHoldFiles> holders, CancellationToken stop)
    {
        var unheld = files.ToHashSet();
        foreach (var holder in holders)
        {
            unheld.ExceptWith(await holder.HeldAsync(unheld, stop));
        }

        return unheld;
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
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure)
            {
                // The next hour tries again; a database that is away must not end the process.
                LogFailure(failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Files that belong to nothing could not be deleted")]
    private partial void LogFailure(Exception failure);
}
