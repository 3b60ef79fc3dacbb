using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Contracts.Identity;
using Santral.Processes.Data;
using Santral.Processes.Domain;

namespace Santral.Processes.Jobs;

/// <summary>Sends the webhooks and mails that are due: when one is written down, and every ten seconds those to be tried again.</summary>
internal sealed partial class SendWebhooks(IServiceScopeFactory scopes, WebhookSender sender, TimeProvider clock, ILogger<SendWebhooks> log) : BackgroundService
{
    private const int AtOnce = 20;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(10);

    private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _wakes.Writer.TryWrite(true);

    /// <summary>Whoever wakes before the save finds nothing to send, and looks again ten seconds later.</summary>
    public void WakeWhenSaved(ProcessesDb db) => db.SavedChanges += (_, _) => Wake();

    /// <summary>Sends what is due now; true when there may be more.</summary>
    internal async Task<bool> SendDueAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProcessesDb>();
        var now = clock.GetUtcNow();
        var due = await db.Deliveries.AsNoTracking().Where(d => (d.State == DeliveryState.Waiting || d.State == DeliveryState.WaitsForMail) && d.NextAt <= now)
            .OrderBy(d => d.NextAt).Take(AtOnce).Select(d => new { d.Id, d.NextAt }).ToListAsync(stop);
        if (due.Count == 0)
        {
            return false;
        }

        var secret = (await db.WebhookKeys.AsNoTracking().SingleAsync(stop)).Secret;
        foreach (var one in due)
        {
            // Whoever moves the time has the delivery: two processes never send the same one at once.
            var until = now + Claim;
            var mine = 0;
            await db.InTransactionAsync(
                async () => mine = await db.Deliveries.Where(d => d.Id == one.Id && d.NextAt == one.NextAt && (d.State == DeliveryState.Waiting || d.State == DeliveryState.WaitsForMail))
                    .ExecuteUpdateAsync(set => set.SetProperty(d => d.NextAt, until), stop),
                stop);
            if (mine == 1)
            {
                await SendAsync(scope.ServiceProvider, one.Id, secret, stop);
            }
        }

        return due.Count == AtOnce;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendDueAsync(stoppingToken))
                {
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The next look tries again; a database that is away must not end the process.
                LogFailure(failure);
            }

            using var look = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            using var timer = clock.CreateTimer(_ => look.Cancel(), null, LookAnyway, Timeout.InfiniteTimeSpan);
            try
            {
                await _wakes.Reader.ReadAsync(look.Token);
            }
            catch (OperationCanceledException)
            {
                // Time to look anyway, or to stop.
            }
        }
    }

    private async Task SendAsync(IServiceProvider services, Guid id, string secret, CancellationToken stop)
    {
        var db = services.GetRequiredService<ProcessesDb>();
        var delivery = await db.Deliveries.SingleAsync(d => d.Id == id, stop);
        var keepers = services.GetRequiredService<IKnowPeople>().All.Where(p => p.IsActive && p.Permissions.Contains(ProcessesPermissions.Settings)).Select(p => p.Id).ToList();
        if (delivery.Kind == DeliveryKind.Mail)
        {
            await services.GetRequiredService<MailSender>().SendAsync(delivery, keepers, clock.GetUtcNow(), stop);
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
            return;
        }

        switch (await sender.SendAsync(delivery, secret, stop))
        {
            case null:
                delivery.Arrived();
                break;
            case { Final: true } final:
                delivery.GivenUp(final.Trouble, keepers, clock.GetUtcNow());
                break;
            case { } failed:
                delivery.Failed(failed.Trouble, keepers, clock.GetUtcNow());
                break;
        }

        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    [LoggerMessage(LogLevel.Warning, "Webhooks and mails could not be sent; they are tried again")]
    private partial void LogFailure(Exception failure);
}
