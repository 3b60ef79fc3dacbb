using MailKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;
using Santral.Mailroom.Data;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Letters;
using Santral.Mailroom.Servers;

namespace Santral.Mailroom.Jobs;

/// <summary>
/// Sends what is due from one mailbox, over one connection. Each letter is taken in a save of its own before it goes, and its end is
/// saved after it: what happens in between is repeated with the same Message-ID.
/// </summary>
internal sealed partial class SendLetters(IServiceScopeFactory scopes, ServerConnections connections, NodeName node, TimeProvider clock, ILogger<SendLetters> log)
{
    private const int AtOnce = 100;

    public async Task FromAsync(MailboxId id, CancellationToken stop)
    {
        if (await MailboxAsync(id, stop) is not { } mailbox)
        {
            return;
        }

        LetterSmtp? smtp = null;
        try
        {
            for (var count = 0; count < AtOnce && await BeginNextAsync(id, stop) is { } letter; count++)
            {
                try
                {
                    if (smtp is not { IsConnected: true })
                    {
                        smtp?.Dispose();
                        smtp = await connections.SmtpAsync(mailbox, stop);
                    }

                    var trouble = await SendAsync(smtp, letter, stop);
                    await EndAsync(letter.Id, l => l.Done(trouble, clock.GetUtcNow()), state => state.Sent(clock.GetUtcNow()));
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    await EndAsync(letter.Id, l => l.PutBack(clock.GetUtcNow()), _ => { });
                    throw;
                }
                catch (Exception error)
                {
                    SendFailed(log, error, letter.Id, letter.Attempts);
                    await FailedAsync(letter, MailTrouble.Of(error, mailbox.Smtp.At), MailTrouble.IsFinal(error));
                    smtp?.Dispose();
                    smtp = null;
                }
            }
        }
        finally
        {
            await LeaveAsync(smtp);
        }
    }

    private async Task<string?> SendAsync(LetterSmtp smtp, SentLetter letter, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var files = await scope.ServiceProvider.GetRequiredService<SentFiles>().OfAsync(letter, stop);
        using var message = WriteLetter.Of(letter, files);

        // A machine's answer goes with an empty sender: what cannot be delivered of it comes back to nobody (RFC 3834 §3.3).
        var sender = letter is { IsAutomatic: true, IsNews: false } ? new MailboxAddress("", "") : new MailboxAddress("", letter.From.Address);
        using var both = connections.Within(TimeSpan.FromMinutes(3), stop, out var timer);
        using (timer)
        {
            try
            {
                return await smtp.SendLetterAsync(message, sender, both.Token);
            }
            catch (OperationCanceledException) when (timer.IsCancellationRequested && !stop.IsCancellationRequested)
            {
                throw new TimeoutException("The server did not take the letter in time.");
            }
        }
    }

    /// <summary>Takes the next letter for this node; what another node took in the same moment is left to it.</summary>
    private async Task<SentLetter?> BeginNextAsync(MailboxId mailbox, CancellationToken stop)
    {
        for (var tries = 0; tries < 3; tries++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var (db, now) = (scope.ServiceProvider.GetRequiredService<MailroomDb>(), clock.GetUtcNow());
            var letter = await db.Sent.Include(l => l.Attachments).Where(l => l.MailboxId == mailbox && l.DueAt <= now).OrderBy(l => l.DueAt).FirstOrDefaultAsync(stop);
            if (letter is null)
            {
                return null;
            }

            letter.Begin(node.Name, now);
            try
            {
                await db.SaveChangesAsync(stop);
                return letter;
            }
            catch (Refusal refusal) when (refusal.Kind == RefusalKind.Stale)
            {
                // Taken back or taken over in this moment: the next one.
            }
        }

        return null;
    }

    private async Task FailedAsync(SentLetter letter, Trouble trouble, bool isFinal)
    {
        await using var scope = scopes.CreateAsyncScope();
        var owner = await scope.ServiceProvider.GetRequiredService<ITakeLetters>().OwnerAsync(letter.RequestId, CancellationToken.None);
        IReadOnlyList<UserId> toTell = owner is { } known ? [known] : [];
        var now = clock.GetUtcNow();
        await EndAsync(
            letter.Id,
            l =>
            {
                if (isFinal)
                {
                    l.Fail(trouble, toTell, now);
                }
                else
                {
                    l.Postpone(trouble, toTell, now);
                }
            },
            state => state.SendFailed(trouble, now));
    }

    // Not given up when the process is asked to end: what became of a letter that went is worth the moment.
    private async Task EndAsync(Guid id, Action<SentLetter> end, Action<MailboxState> note)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MailroomDb>();
        var letter = await db.Sent.SingleAsync(l => l.Id == id, CancellationToken.None);
        end(letter);
        note(await scope.ServiceProvider.GetRequiredService<TakeIn>().StateAsync(letter.MailboxId, CancellationToken.None));
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private async Task<Mailbox?> MailboxAsync(MailboxId id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MailroomDb>().Mailboxes.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, stop);
    }

    private async Task LeaveAsync(LetterSmtp? smtp)
    {
        if (smtp is null)
        {
            return;
        }

        try
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2), clock);
            await smtp.DisconnectAsync(quit: true, soon.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or ProtocolException or CommandException or ObjectDisposedException or InvalidOperationException)
        {
            // It is gone already.
        }

        smtp.Dispose();
    }

    [LoggerMessage(LogLevel.Warning, "Letter {Letter} could not be sent, attempt {Attempt}")]
    private static partial void SendFailed(ILogger log, Exception error, Guid letter, int attempt);
}
