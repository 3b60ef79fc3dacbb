using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Files;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Features;
using Santral.Mailroom.Jobs;
using Santral.Mailroom.Letters;

namespace Santral.Mailroom.Data;

/// <summary>Letters other modules write. Its id is made of the occasion, so that the table itself refuses a second one.</summary>
internal sealed class WriteToCustomer(MailroomDb db, IFindRequest requests, AnswerPlan plans, IReachCustomers reach, IKeepFiles files, MailroomBell bell, TimeProvider clock) : ISendLetters
{
    public async Task<LetterWritten> WriteAsync(LetterToCustomer letter, CancellationToken stop)
    {
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"letter:{letter.Key}")).AsSpan(0, 16));
        if (await db.Sent.AsNoTracking().AnyAsync(l => l.Id == id, stop))
        {
            return new LetterWritten(LetterWrittenKind.Before, id);
        }

        var request = await requests.FindAsync(letter.Request, stop) ?? throw new Refusal("requests.unknown", RefusalKind.Unknown);
        var plan = await plans.OfAsync(request, stop);
        if (plan.From is not { } mailbox)
        {
            return new LetterWritten(LetterWrittenKind.NoMailbox, null);
        }

        // Not to whoever wrote last: the customer himself, at the address he is reached at.
        var customer = request.CustomerId is { } known ? await reach.FindAsync(known, stop) : null;
        if (customer is { Email: not null, MayMail: false })
        {
            return new LetterWritten(LetterWrittenKind.OtherWayOnly, null);
        }

        var to = customer?.Email is { } email ? new LetterAddress(email, "") : plan.To is [var writer, ..] ? writer : null;
        if (to is null)
        {
            return new LetterWritten(LetterWrittenKind.NoAddress, null);
        }

        db.Sent.Add(Write(id, letter, request, mailbox, to, await ThreadAsync(request, stop), await files.FindAsync(letter.Files, stop), plan));
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // The same occasion at the same moment: the other save won.
            db.ChangeTracker.Clear();
            return await db.Sent.AsNoTracking().AnyAsync(l => l.Id == id, stop) ? new LetterWritten(LetterWrittenKind.Before, id) : throw new Refusal("mailroom.not_written", RefusalKind.Unavailable);
        }

        bell.LetterWaits();
        return new LetterWritten(LetterWrittenKind.Written, id);
    }

    private SentLetter Write(Guid id, LetterToCustomer letter, RequestSummary request, Mailbox mailbox, LetterAddress to, MailThread thread, IReadOnlyList<StoredFile> stored, Planned plan)
    {
        var (from, now) = (new LetterAddress(mailbox.Address, mailbox.Name), clock.GetUtcNow());
        var subject = Typed.Line(letter.Subject) ?? plan.Subject;
        return SentLetter.Write(
            id,
            new LetterDraft(
                mailbox.Id, request.Id, from, mailbox.UsesPlus ? Addresses.Adding(mailbox.Address, thread.Token) : null, [to], [],
                plan.Answers is null ? Subjects.Opening(subject, request.Number, thread.Token) : Subjects.Answering(subject, request.Number, thread.Token),
                Typed.Lines(letter.Text), plan.Answers?.MessageId, plan.Answers is null ? [] : [.. plan.Answers.References.Reverse()],
                [.. letter.Files.Distinct().Select(f => stored.First(s => s.Id == f))], letter.By, null)
            {
                IsNews = letter.By is null,
                Calendar = letter.Appointment is { } appointment ? Calendars.Of(appointment, from, to, now) : null,
            },
            now);
    }

    private async Task<MailThread> ThreadAsync(RequestSummary request, CancellationToken stop)
    {
        var thread = await db.Threads.FindAsync([request.Id], stop);
        if (thread is null)
        {
            thread = MailThread.Of(request.Id, request.Number);
            db.Threads.Add(thread);
        }

        return thread;
    }
}
