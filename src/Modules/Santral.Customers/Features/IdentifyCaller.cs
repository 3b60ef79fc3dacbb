using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>Looks a calling number up in one indexed query; the rule decides what the matches mean (I-02, I-03).</summary>
internal sealed class IdentifyCaller(IServiceScopeFactory scopes) : IIdentifyCaller
{
    // More owners than this change nothing for the rule and help no agent.
    private const int MostOwners = 10;

    public async Task<CallerIdentity> IdentifyAsync(PhoneNumber? number, CancellationToken stop)
    {
        if (number is not { } calling)
        {
            return CallerRule.Identify([]);
        }

        await using var scope = scopes.CreateAsyncScope();
        return CallerRule.Identify(await OwnersAsync(scope.ServiceProvider.GetRequiredService<CustomersDb>(), calling, stop));
    }

    /// <summary>Corporate owners come first, so that the bound never hides the one that forbids identification.</summary>
    internal static async Task<IReadOnlyList<NumberOwner>> OwnersAsync(CustomersDb db, PhoneNumber number, CancellationToken stop)
    {
        var rows = await (
            from phone in db.Phones.AsNoTracking()
            where phone.Number == number && phone.Kind != PhoneKind.Fax
            join customer in db.Customers on phone.CustomerId equals customer.Id
            join contact in db.Contacts on phone.ContactId equals (Guid?)contact.Id into contacts
            from contact in contacts.DefaultIfEmpty()
            orderby customer.Kind, customer.Number
            select new { customer.Id, customer.Number, customer.Name, customer.Kind, customer.Language, phone.ContactId, ContactName = contact == null ? null : contact.Name })
            .Take(MostOwners)
            .ToListAsync(stop);
        return [.. rows.Select(r => new NumberOwner(
            new CustomerSummary(r.Id, r.Number!, r.Name, r.Kind, r.Language, r.ContactName), r.ContactId is not null))];
    }
}
