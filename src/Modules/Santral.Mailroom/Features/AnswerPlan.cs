using Microsoft.EntityFrameworkCore;
using Santral.Mailroom.Data;
using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Features;

/// <summary>Where an answer about a request goes, and from which mailbox: the one the customer wrote to last, else one of the request's unit.</summary>
internal sealed class AnswerPlan(MailroomDb db, IReachCustomers reach, IIdentifyWriter writers)
{
    public async Task<Planned> OfAsync(RequestSummary request, CancellationToken stop)
    {
        var last = await db.Received.AsNoTracking().Where(l => l.RequestId == request.Id && (l.Kind == LetterKind.Ordinary || l.Kind == LetterKind.Bulk))
            .OrderByDescending(l => l.ReceivedAt).FirstOrDefaultAsync(stop);
        var mailboxes = await db.Mailboxes.AsNoTracking().OrderBy(m => m.Name).ThenBy(m => m.Id).ToListAsync(stop);
        var from = mailboxes.Find(m => m.Id == last?.MailboxId) ?? mailboxes.Find(m => m.Unit == request.Unit && m is { IsPaused: false, Medium: LetterMedium.Mail }) ?? mailboxes.Find(m => m.Unit == request.Unit && m.Medium == LetterMedium.Mail);
        var customer = request.CustomerId is { } id ? await reach.FindAsync(id, stop) : null;
        var own = mailboxes.Select(m => m.AddressKey).ToHashSet();
        IReadOnlyList<LetterAddress> to = last is not null ? [last.AnswerTo] : customer?.Email is { } email ? [new LetterAddress(email, "")] : [];
        IReadOnlyList<LetterAddress> cc = last is null ? [] :
        [
            .. last.To.Concat(last.Cc).Where(a => Addresses.IsAddress(a.Address) && !own.Contains(Addresses.Key(a.Address)) && Addresses.AddedTo(from?.Address ?? "", a.Address) is null)
                .Where(a => Addresses.Key(a.Address) != Addresses.Key(last.AnswerTo.Address)).DistinctBy(a => Addresses.Key(a.Address)).Take(10),
        ];
        return new Planned(from, last, to, cc, last?.Subject ?? request.Subject, customer);
    }

    /// <summary>No mail goes to a customer who wants to be reached in another way only (P-14), at whichever of his addresses.</summary>
    public async Task CheckReachAsync(RequestSummary request, Planned plan, IEnumerable<LetterAddress> addresses, CancellationToken stop)
    {
        if (plan.Customer is not { MayMail: false, OnlyThat: true, Method: not null } customer)
        {
            return;
        }

        foreach (var address in addresses)
        {
            if (Addresses.Key(address.Address) == Addresses.Key(customer.Email ?? "") || (await writers.IdentifyAsync(address.Address, stop))?.Id == request.CustomerId)
            {
                throw new Refusal("mailroom.other_way_only", RefusalKind.State, ("method", customer.Method));
            }
        }
    }
}

/// <param name="Answers">The letter it answers; null where the customer has not written.</param>
internal sealed record Planned(
    Mailbox? From, ReceivedLetter? Answers, IReadOnlyList<LetterAddress> To, IReadOnlyList<LetterAddress> Cc, string Subject, CustomerReach? Customer);
