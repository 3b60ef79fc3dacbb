using Microsoft.EntityFrameworkCore;
using Santral.Mailroom.Data;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Letters;

namespace Santral.Mailroom.Jobs;

/// <summary>
/// What becomes of a letter that was taken in (H-01 … H-03). Each step may be done again after a crash: a request is opened under the
/// letter's own id, and the letter, its thread and its acknowledgement are one save.
/// </summary>
internal sealed class RouteLetter(
    MailroomDb db,
    LetterFiles files,
    FindThread threads,
    ITakeLetters requests,
    IIdentifyWriter writers,
    IReachCustomers reach,
    IKnowPeople people,
    MailroomBell bell,
    TimeProvider clock)
{
    public async Task RouteAsync(Guid id, CancellationToken stop)
    {
        if (await db.Received.Include(l => l.Attachments).SingleOrDefaultAsync(l => l.Id == id && l.Fate == LetterFate.New, stop) is not { } letter
            || await db.Mailboxes.AsNoTracking().SingleOrDefaultAsync(m => m.Id == letter.MailboxId, stop) is not { } mailbox)
        {
            return;
        }

        switch (letter.Kind)
        {
            case LetterKind.Own:
                letter.SetAside();
                break;
            case LetterKind.Report or LetterKind.Receipt:
                await ReportAsync(letter, mailbox, stop);
                break;
            default:
                await BelongAsync(letter, mailbox, stop);
                break;
        }

        await db.SaveChangesAsync(stop);
        bell.LetterWaits();
    }

    /// <summary>A server tells of one of our letters: that one is marked, and the report joins its request without changing it.</summary>
    private async Task ReportAsync(ReceivedLetter letter, Mailbox mailbox, CancellationToken stop)
    {
        var report = letter.OriginalId is { } original && await files.ReadAsync(original, stop) is { } bytes ? ReadLetter.Read(bytes).Report : null;
        var key = report?.OfMessage is { } about ? LetterIds.Key(about) : "";
        if (key.Length > 0 && await db.Sent.SingleOrDefaultAsync(s => s.MessageKey == key, stop) is { } sent)
        {
            if (report!.Action == "failed")
            {
                sent.Bounce(report.Why, await ToTellAsync(sent.RequestId, stop), clock.GetUtcNow());
            }
            else if (report.Action == "delayed")
            {
                sent.Delayed(report.Why);
            }
            else if (report.Action == "displayed" && letter.Kind == LetterKind.Receipt)
            {
                // That alone: it says nothing else that a timeline should be filled with.
                sent.Opened(letter.WrittenAt is { } at && at > sent.WrittenAt && at < clock.GetUtcNow() ? at : clock.GetUtcNow());
                letter.SetAside();
                return;
            }

            await JoinAsync(letter, mailbox, sent.RequestId, null, stop);
            return;
        }

        if ((await threads.OfAsync(letter, mailbox, stop)).Request is { } request)
        {
            await JoinAsync(letter, mailbox, request, null, stop);
        }

        if (letter.Fate == LetterFate.New)
        {
            letter.SetAside();
        }
    }

    private async Task BelongAsync(ReceivedLetter letter, Mailbox mailbox, CancellationToken stop)
    {
        var customer = letter.IsDoubtful ? null : await writers.IdentifyAsync(letter.FromKey, stop);
        var belonging = await threads.OfAsync(letter, mailbox, stop);
        if (belonging.Request is { } known)
        {
            await JoinAsync(letter, mailbox, known, customer?.Id, stop);
        }

        if (letter.Fate != LetterFate.New)
        {
            return;
        }

        // An out-of-office note that answers nothing of ours makes no matter.
        if (letter.Kind == LetterKind.AutoReply)
        {
            letter.SetAside();
            return;
        }

        var text = letter.QuoteFrom is { } quote ? letter.Text[..quote].TrimEnd() : letter.Text;
        var opened = await requests.OpenAsync(
            new OpeningLetter(letter.Id, mailbox.Unit, mailbox.CategoryId, customer?.Id, Subjects.Plain(letter.Subject), text, belonging.Request ?? belonging.Names, letter.IsFax, letter.ReceivedAt),
            stop);
        letter.Open(opened.Id, opened.Customer);
        var thread = await ThreadAsync(opened, stop);
        await AcknowledgeAsync(letter, mailbox, opened, thread, stop);
    }

    private async Task JoinAsync(ReceivedLetter letter, Mailbox mailbox, RequestId request, CustomerId? customer, CancellationToken stop)
    {
        var from = letter.From.Name.Length > 0 ? letter.From.Name : letter.From.Address;
        var joined = await requests.JoinAsync(
            new JoiningLetter(letter.Id, request, customer, from, letter.IsAutomatic, letter.IsFax, TimeSpan.FromDays(mailbox.TakesUpDays), letter.ReceivedAt), stop);
        if (joined is not null)
        {
            letter.Join(joined.Id, customer ?? joined.Customer);
            await ThreadAsync(joined, stop);
        }
    }

    private async Task<MailThread> ThreadAsync(LetterTaken request, CancellationToken stop)
    {
        var thread = await db.Threads.FindAsync([request.Id], stop);
        if (thread is null)
        {
            thread = MailThread.Of(request.Id, request.Number);
            db.Threads.Add(thread);
        }

        return thread;
    }

    /// <summary>One for a request, a few in an hour for a correspondent, none for who cannot read it or does not want mail (RFC 3834 §2, P-14).</summary>
    private async Task AcknowledgeAsync(ReceivedLetter letter, Mailbox mailbox, LetterTaken request, MailThread thread, CancellationToken stop)
    {
        if (!mailbox.Acknowledges || letter.IsFax || letter.OriginalId is not { } original || await files.ReadAsync(original, stop) is not { } bytes)
        {
            return;
        }

        var head = ReadLetter.Read(bytes, mailbox.TrustedServer).Head;
        var own = (await db.Mailboxes.AsNoTracking().Select(m => m.AddressKey).ToListAsync(stop)).ToHashSet();
        if (!Classify.MayAnswer(head, letter.Kind, own)
            || await db.Sent.AnyAsync(s => s.RequestId == request.Id && s.IsAutomatic && !s.IsNews, stop)
            || (request.Customer is { } customer && await reach.FindAsync(customer, stop) is { MayMail: false, Email: not null }))
        {
            return;
        }

        var (now, to) = (clock.GetUtcNow(), Addresses.BoundKey(letter.AnswerTo.Address));
        var anHourAgo = now.AddHours(-1);
        if (await db.Sent.CountAsync(s => s.IsAutomatic && !s.IsNews && s.ToKey == to && s.WrittenAt > anHourAgo, stop) >= mailbox.MostAutomatic)
        {
            letter.WarnOfFlood([.. people.All.Where(p => p.IsActive && p.Permissions.Contains(MailroomPermissions.Settings)).Select(p => p.Id)], mailbox.MostAutomatic, now);
            return;
        }

        if (await requests.AnswerAsync(request.Id, stop) is { } text)
        {
            db.Sent.Add(SentLetter.Write(
                Guid.CreateVersion7(now),
                new LetterDraft(
                    mailbox.Id, request.Id, new LetterAddress(mailbox.Address, mailbox.Name), mailbox.UsesPlus ? Addresses.Adding(mailbox.Address, thread.Token) : null,
                    [letter.AnswerTo], [], Subjects.Answering(letter.Subject, request.Number, thread.Token), text, letter.MessageId,
                    LetterIds.Bounded([.. letter.References.Reverse()]), [], null, null),
                now));
        }
    }

    private async Task<IReadOnlyList<UserId>> ToTellAsync(RequestId request, CancellationToken stop)
        => await requests.OwnerAsync(request, stop) is { } owner ? [owner] : [];
}
