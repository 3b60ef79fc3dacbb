using Microsoft.EntityFrameworkCore;
using Santral.Mailroom.Data;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Letters;

namespace Santral.Mailroom.Jobs;

/// <summary>
/// Stores a letter: its original in the file store, then the letter and how far the folder was read in one save. The server is told only
/// afterwards. The same letter again, from the same mailbox or another, is the one that is here.
/// </summary>
internal sealed class TakeIn(MailroomDb db, LetterFiles files, TimeProvider clock)
{
    /// <returns>The letter's id; null where it was here already.</returns>
    public async Task<Guid?> StoreAsync(Mailbox mailbox, byte[] original, Whereabouts at, CancellationToken stop)
    {
        var content = ReadLetter.Read(original, mailbox.TrustedServer);
        if (await IsHereAsync(content.Fingerprint, stop))
        {
            await PassAsync(mailbox.Id, at, stop);
            return null;
        }

        var now = clock.GetUtcNow();
        var kept = await files.KeepAsync(original, stop);
        var letter = ReceivedLetter.Take(
            Guid.CreateVersion7(now),
            mailbox.Id,
            content,
            Classify.KindOf(content.Head, await IsOwnAsync(content.Head, stop)),
            new Arrival(kept, at.Length, at.IsHeadOnly, mailbox.Medium == LetterMedium.Fax, at.UidValidity, at.Uid, now));
        db.Received.Add(letter);
        (await StateAsync(mailbox.Id, stop)).Took(at.UidValidity, at.Uid, now);
        try
        {
            await db.SaveChangesAsync(stop);
            return letter.Id;
        }
        catch (DbUpdateException)
        {
            // Two mailboxes took the same letter at the same moment; the other one has it.
            db.ChangeTracker.Clear();
            if (!await IsHereAsync(content.Fingerprint, stop))
            {
                throw;
            }

            await PassAsync(mailbox.Id, at, stop);
            return null;
        }
    }

    public async Task PassAsync(MailboxId mailbox, Whereabouts at, CancellationToken stop)
    {
        (await StateAsync(mailbox, stop)).Pass(at.UidValidity, at.Uid);
        await db.SaveChangesAsync(stop);
    }

    public async Task<MailboxState> StateAsync(MailboxId mailbox, CancellationToken stop)
    {
        var state = await db.States.FindAsync([mailbox], stop);
        if (state is null)
        {
            state = new MailboxState(mailbox);
            db.States.Add(state);
        }

        return state;
    }

    private Task<bool> IsHereAsync(string fingerprint, CancellationToken stop) => db.Received.AnyAsync(l => l.Fingerprint == fingerprint, stop);

    private async Task<bool> IsOwnAsync(LetterHead head, CancellationToken stop)
    {
        var key = head.MessageId is { } id ? LetterIds.Key(id) : "";
        var mark = head.OwnMark ?? Guid.Empty;
        return (key.Length > 0 || mark != Guid.Empty) && await db.Sent.AnyAsync(l => l.MessageKey == key || l.Id == mark, stop);
    }
}

/// <summary>Where a letter lies on its server.</summary>
internal sealed record Whereabouts(long UidValidity, long Uid, long Length, bool IsHeadOnly);
