using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Santral.Mailroom.Data;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Servers;

namespace Santral.Mailroom.Jobs;

/// <summary>
/// One mailbox, for as long as it is set up as it is: connects, takes in what is new, waits (IDLE, RFC 2177), and after a failure tries
/// again later and later. Each mailbox has its own, so that a slow server delays no other.
/// </summary>
internal sealed partial class MailboxLoop(
    MailboxId id, IServiceScopeFactory scopes, ServerConnections connections, TimeProvider clock, ILogger log)
{
    private const int AtOnce = 50;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>Host and port, for people who are told that it does not go.</summary>
    private string _at = "";

    public async Task RunAsync(CancellationToken stop)
    {
        var failures = 0;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await WatchAsync(() => failures = 0, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                failures++;
                ReceiveFailed(log, error, id.Value);
                await NoteAsync(state => state.Failed(MailTrouble.Of(error, _at), clock.GetUtcNow()));

                // Spread, so that mailboxes of one server that was away do not come back in one moment.
                var wait = FirstWait * Math.Pow(2, Math.Min(failures - 1, 8)) * (0.75 + (id.Value.ToByteArray()[15] / 512.0));
                await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await NoteAsync(state => state.Rested());
    }

    /// <summary>Over one connection, until it breaks.</summary>
    private async Task WatchAsync(Action connected, CancellationToken stop)
    {
        var mailbox = await MailboxAsync(stop);
        _at = mailbox.Imap.At;
        await using var line = await MailboxLine.OpenAsync(connections, mailbox, clock, stop);
        await NoteAsync(state => state.Connected(clock.GetUtcNow()));
        connected();
        var highest = await line.HighestAsync(stop);
        await NoteAsync(state => state.Meet(line.UidValidity, highest));
        await TellAgainAsync(mailbox, line, stop);
        while (true)
        {
            while (await TakeNewAsync(mailbox, line, stop) > 0)
            {
            }

            await NoteAsync(state => state.Checked(clock.GetUtcNow()));
            await line.WaitAsync(stop);
        }
    }

    private async Task<int> TakeNewAsync(Mailbox mailbox, MailboxLine line, CancellationToken stop)
    {
        var (last, oldUntil) = await ReadSoFarAsync(line.UidValidity, stop);
        var waiting = await line.NewAsync(last, oldUntil, AtOnce, stop);
        var stored = new List<Guid>();
        foreach (var letter in waiting)
        {
            var isHeadOnly = letter.Length > mailbox.LargestLetter;
            var original = await line.ReadAsync(letter.Uid, isHeadOnly, mailbox.LargestLetter, stop);
            if (original is null && !isHeadOnly)
            {
                // Longer than its server said, or gone: then its head is gone too.
                original = await line.ReadAsync(letter.Uid, headOnly: true, mailbox.LargestLetter, stop);
                isHeadOnly = original is not null;
            }

            if (await StoreAsync(mailbox, original, new Whereabouts(line.UidValidity, letter.Uid, letter.Length, isHeadOnly), stop) is { } id)
            {
                stored.Add(id);
            }
        }

        // All at once: what ends in between is told when the mailbox is next connected.
        await line.DoneAsync([.. waiting.Select(l => l.Uid)], stop);
        await ToldAsync(stored, stop);
        return waiting.Count;
    }

    private async Task<Guid?> StoreAsync(Mailbox mailbox, byte[]? original, Whereabouts at, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var takeIn = scope.ServiceProvider.GetRequiredService<TakeIn>();
        if (original is not { Length: > 0 })
        {
            await takeIn.PassAsync(mailbox.Id, at, stop);
            return null;
        }

        var stored = await takeIn.StoreAsync(mailbox, original, at, stop);
        if (stored is { } letter)
        {
            await using var routing = scopes.CreateAsyncScope();
            await routing.ServiceProvider.GetRequiredService<RouteLetter>().RouteAsync(letter, stop);
        }

        return stored;
    }

    /// <summary>What was stored before we ended and never told to the server is told now.</summary>
    private async Task TellAgainAsync(Mailbox mailbox, MailboxLine line, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MailroomDb>();
        var (validity, since) = (line.UidValidity, clock.GetUtcNow().AddDays(-7));
        var untold = await db.Received.Where(l => l.MailboxId == mailbox.Id && l.ReceivedAt > since && l.ToldAt == null && l.UidValidity == validity)
            .OrderBy(l => l.ReceivedAt).Take(200).Select(l => new { l.Id, l.Uid }).ToListAsync(stop);
        await line.DoneAsync([.. untold.Select(l => l.Uid)], stop);
        await ToldAsync([.. untold.Select(l => l.Id)], stop);
    }

    private async Task ToldAsync(List<Guid> letters, CancellationToken stop)
    {
        if (letters.Count == 0)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<MailroomDb>(), clock.GetUtcNow());
        await db.InTransactionAsync(
            () => db.Received.Where(l => letters.Contains(l.Id)).ExecuteUpdateAsync(set => set.SetProperty(l => l.ToldAt, now), stop),
            stop);
    }

    private async Task<(long Last, long OldUntil)> ReadSoFarAsync(long validity, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var state = await scope.ServiceProvider.GetRequiredService<MailroomDb>().States.AsNoTracking().SingleOrDefaultAsync(s => s.MailboxId == id, stop);

        // It could not be noted that the folder is known: then nothing is taken in before it is.
        return state?.Knows(validity) == true ? (state.LastUid, state.OldUntil) : throw new DbUpdateException("The state of the mailbox is not stored.");
    }

    private async Task<Mailbox> MailboxAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MailroomDb>().Mailboxes.AsNoTracking().SingleAsync(m => m.Id == id, stop);
    }

    private async Task NoteAsync(Action<MailboxState> note)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            note(await scope.ServiceProvider.GetRequiredService<TakeIn>().StateAsync(id, CancellationToken.None));
            await scope.ServiceProvider.GetRequiredService<MailroomDb>().SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception error) when (error is DbUpdateException or Refusal or InvalidOperationException or ObjectDisposedException)
        {
            // The mailbox was removed meanwhile, or the database is away: then this is not what matters.
            NoteFailed(log, error, id.Value);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Mailbox {Mailbox} could not be read; it is tried again")]
    private static partial void ReceiveFailed(ILogger log, Exception error, Guid mailbox);

    [LoggerMessage(LogLevel.Debug, "How mailbox {Mailbox} goes could not be noted")]
    private static partial void NoteFailed(ILogger log, Exception error, Guid mailbox);
}
