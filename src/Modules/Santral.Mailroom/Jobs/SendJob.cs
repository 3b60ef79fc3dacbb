using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Mailroom.Data;
using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Jobs;

/// <summary>Sleeps to the next instant at which a letter is due, and sends each mailbox's letters beside the others'.</summary>
internal sealed partial class SendJob(IServiceScopeFactory scopes, SendLetters sender, MailroomBell bell, NodeName node, TimeProvider clock, ILogger<SendJob> log) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Dictionary<MailboxId, Task> _sending = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TakeUpAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var rung = bell.HearLetters();
            var until = clock.GetUtcNow() + Longest;
            try
            {
                until = await SendDueAsync(until, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                SendingFailed(log, error);
            }

            await SleepAsync(until, rung, stoppingToken);
        }

        await Task.WhenAll(_sending.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>What this node was sending when it ended is sent again at once, not when its lease ends.</summary>
    private async Task TakeUpAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, now, own) = (scope.ServiceProvider.GetRequiredService<MailroomDb>(), clock.GetUtcNow(), node.Name);
        await db.InTransactionAsync(
            () => db.Sent.Where(l => l.State == LetterState.Sending && l.Node == own).ExecuteUpdateAsync(set => set.SetProperty(l => l.DueAt, now), stop), stop);
    }

    private async Task<DateTimeOffset> SendDueAsync(DateTimeOffset until, CancellationToken stop)
    {
        foreach (var done in _sending.Where(s => s.Value.IsCompleted).Select(s => s.Key).ToList())
        {
            _sending.Remove(done);
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MailroomDb>();
        var now = clock.GetUtcNow();
        foreach (var mailbox in await db.Sent.AsNoTracking().Where(l => l.DueAt <= now).Select(l => l.MailboxId).Distinct().ToListAsync(stop))
        {
            if (!_sending.ContainsKey(mailbox))
            {
                _sending[mailbox] = Task.Run(() => SendFromAsync(mailbox, stop), CancellationToken.None);
            }
        }

        // What is due now is being sent; its end rings.
        return await db.Sent.AsNoTracking().Where(l => l.DueAt > now).MinAsync(l => l.DueAt, stop) is { } next && next < until ? next : until;
    }

    private async Task SendFromAsync(MailboxId mailbox, CancellationToken stop)
    {
        try
        {
            await sender.FromAsync(mailbox, stop);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            SendingFailed(log, error);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        bell.LetterWaits();
    }

    private async Task SleepAsync(DateTimeOffset until, Task rung, CancellationToken stop)
    {
        var wait = until - clock.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var sleep = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(rung, Task.Delay(wait, clock, sleep.Token));
        await sleep.CancelAsync();
    }

    [LoggerMessage(LogLevel.Error, "Sending failed; it is tried again")]
    private static partial void SendingFailed(ILogger log, Exception error);
}
