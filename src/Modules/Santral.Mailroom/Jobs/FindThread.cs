using Microsoft.EntityFrameworkCore;
using Santral.Mailroom.Data;
using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Jobs;

/// <summary>
/// Which request a letter belongs to, the surest sign first: what it answers (In-Reply-To, then the references from the last), the
/// address it was sent to, the token in its subject. Ids and addresses cannot be guessed; a subject is copied easily, so by it alone
/// only who is already part of the correspondence joins.
/// </summary>
internal sealed class FindThread(MailroomDb db, IFindRequest requests, IIdentifyWriter writers)
{
    public async Task<Belonging> OfAsync(ReceivedLetter letter, Mailbox mailbox, CancellationToken stop)
    {
        if (await ByAnsweredAsync(letter, stop) is { } answered)
        {
            return new Belonging(answered, null);
        }

        var added = letter.To.Concat(letter.Cc).Select(a => Addresses.AddedTo(mailbox.Address, a.Address)?.ToLowerInvariant()).OfType<string>().ToList();
        if (added.Count > 0 && await db.Threads.AsNoTracking().Where(t => added.Contains(t.Token)).Select(t => (RequestId?)t.RequestId).FirstOrDefaultAsync(stop) is { } addressed)
        {
            return new Belonging(addressed, null);
        }

        var tokens = Subjects.TokensIn(letter.Subject).ToList();
        if (tokens.Count > 0 && await db.Threads.AsNoTracking().Where(t => tokens.Contains(t.Token)).Select(t => (RequestId?)t.RequestId).FirstOrDefaultAsync(stop) is { } named)
        {
            return !letter.IsDoubtful && await TakesPartAsync(letter, named, stop) ? new Belonging(named, null) : new Belonging(null, named);
        }

        return new Belonging(null, null);
    }

    private async Task<RequestId?> ByAnsweredAsync(ReceivedLetter letter, CancellationToken stop)
    {
        var keys = letter.References.Select(LetterIds.Key).ToList();
        if (keys.Count == 0)
        {
            return null;
        }

        var sent = await db.Sent.AsNoTracking().Where(s => keys.Contains(s.MessageKey)).Select(s => new { Key = s.MessageKey, Id = (RequestId?)s.RequestId }).ToListAsync(stop);
        var received = await db.Received.AsNoTracking().Where(l => l.MessageKey != null && keys.Contains(l.MessageKey) && l.RequestId != null && l.Id != letter.Id)
            .Select(l => new { Key = l.MessageKey!, Id = l.RequestId }).ToListAsync(stop);
        return sent.Concat(received).OrderBy(f => keys.IndexOf(f.Key)).FirstOrDefault()?.Id;
    }

    private async Task<bool> TakesPartAsync(ReceivedLetter letter, RequestId request, CancellationToken stop)
    {
        if (await db.Received.AnyAsync(l => l.RequestId == request && l.FromKey == letter.FromKey, stop))
        {
            return true;
        }

        var correspondents = await db.Sent.AsNoTracking().Where(s => s.RequestId == request).Select(s => new { s.To, s.Cc }).Take(100).ToListAsync(stop);
        if (correspondents.Any(c => c.To.Concat(c.Cc).Any(a => Addresses.Key(a.Address) == letter.FromKey)))
        {
            return true;
        }

        return await requests.FindAsync(request, stop) is { CustomerId: { } customer } && (await writers.IdentifyAsync(letter.FromKey, stop))?.Id == customer;
    }
}

/// <param name="Request">Where it joins; null where it opens a new one.</param>
/// <param name="Names">A request it names without belonging to it: the new one is tied to that.</param>
internal sealed record Belonging(RequestId? Request, RequestId? Names);
