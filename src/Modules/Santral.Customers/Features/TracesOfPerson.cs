using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>Where a person stands in the customers' own tables, and how he is taken out of them.</summary>
internal sealed class TracesOfPerson(CustomersDb db)
{
    // Shorter pieces are anybody's and would tear holes into unrelated texts.
    private const int ShortestTrace = 4;

    public async Task<ForgottenPerson> OfAsync(Customer customer, Guid? contact, string name, CancellationToken stop)
    {
        var person = contact is null ? null : customer.Contacts.FirstOrDefault(c => c.Id == contact) ?? throw new Refusal("customers.contact_unknown", RefusalKind.Invalid);
        var phones = customer.AllPhones.Where(p => person is null || p.ContactId == contact).Select(p => p.Number).Distinct().ToList();
        var shared = await db.Phones.AsNoTracking().Where(p => phones.Contains(p.Number) && (p.CustomerId != customer.Id || (contact != null && p.ContactId != contact)))
            .Select(p => p.Number).ToListAsync(stop);
        var own = phones.Except(shared).ToList();
        IEnumerable<string?> texts = person is null
            ?
            [
                customer.Name, customer.FirstName is { } first && customer.LastName is { } last ? $"{last} {first}" : null, customer.FirstName, customer.LastName, customer.Company,
                customer.TaxNumber, customer.IdentityNumber, .. customer.Emails.Select(e => e.Address),
                .. customer.Contacts.SelectMany(c => new[] { c.Name, c.Email }), .. customer.Addresses.SelectMany(a => new[] { a.Line1, a.Line2 }),
            ]
            : [person.Name, .. person.Name.Split(' '), person.Email];
        return new ForgottenPerson(
            customer.Id,
            own,
            [.. texts.OfType<string>().Concat(own.SelectMany(Spellings)).Where(t => t.Length >= ShortestTrace).Distinct().OrderByDescending(t => t.Length)],
            name);
    }

    /// <summary>What hangs on the customer keeps its number and its amounts and loses its words.</summary>
    public async Task EmptyRecordsAsync(CustomerId id, DateTimeOffset now, CancellationToken stop)
    {
        await db.Notes.Where(n => n.CustomerId == id).ExecuteDeleteAsync(stop);
        foreach (var subscription in await db.Subscriptions.Where(s => s.CustomerId == id).ToListAsync(stop))
        {
            subscription.ForgetPerson(now);
        }

        foreach (var opportunity in await db.Opportunities.Where(o => o.CustomerId == id).ToListAsync(stop))
        {
            opportunity.ForgetPerson(now);
        }

        foreach (var order in await db.OrderNotes.Where(o => o.CustomerId == id).ToListAsync(stop))
        {
            order.ForgetPerson(now);
        }
    }

    /// <summary>
    /// The trail says that something happened and which fields changed, no longer from what to what. Facts that were told and the digests of
    /// clicks go too: who reacted has reacted.
    /// </summary>
    public async Task EmptyTrailAsync(Customer customer, ForgottenPerson person, CancellationToken stop)
    {
        var id = customer.Id;
        List<Guid> records =
        [
            id.Value,
            .. (await db.Subscriptions.Where(s => s.CustomerId == id).Select(s => s.Id).ToListAsync(stop)).Select(s => s.Value),
            .. (await db.Opportunities.Where(o => o.CustomerId == id).Select(o => o.Id).ToListAsync(stop)).Select(o => o.Value),
            .. (await db.OrderNotes.Where(o => o.CustomerId == id).Select(o => o.Id).ToListAsync(stop)).Select(o => o.Value),
        ];
        foreach (var row in await db.AuditTrail.AsNoTracking().Where(r => records.Contains(r.EntityId)).Select(r => new { r.Id, r.Changes }).ToListAsync(stop))
        {
            var emptied = customer.ErasedAt is null ? person.WithoutInTrail(row.Changes) : Emptied(row.Changes);
            if (emptied != row.Changes)
            {
                await db.AuditTrail.Where(r => r.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Changes, emptied), stop);
            }
        }

        await db.Opened.Where(o => records.Contains(o.Made)).ExecuteDeleteAsync(stop);
        var key = id.ToString();
        await db.Outbox.Where(o => o.DoneAt != null && o.Body.Contains(key)).ExecuteDeleteAsync(stop);
        foreach (var number in person.Phones)
        {
            var caller = VerificationLock.KeyOfCaller(number);
            await db.Locks.Where(l => l.Key == caller).ExecuteDeleteAsync(stop);
        }
    }

    private static string Emptied(string changes)
    {
        using var read = JsonDocument.Parse(changes);
        return JsonSerializer.Serialize(
            read.RootElement.EnumerateObject().ToDictionary(p => p.Name, _ => new string?[] { null, null }), SantralJson.Options);
    }

    /// <summary>E.164, its digits, and as it is dialled and written at home.</summary>
    private static IEnumerable<string> Spellings(PhoneNumber number)
    {
        yield return number.Value;
        yield return number.Value[1..];
        if (number.Value.Length > 9)
        {
            yield return $"0{number.Value[3..]}";
            yield return number.Value[3..];
        }
    }
}
