using Microsoft.EntityFrameworkCore;
using Santral.Customers.Domain;

namespace Santral.Customers.Data;

/// <summary>Customers by name, and what hangs on them by number; nothing of them for who may not see customers.</summary>
internal sealed class NameCustomers(CustomersDb db, ICurrentUser user) : INameRecords
{
    public async Task NameAsync(RecordNames names, CancellationToken stop)
    {
        var ids = names.UnnamedAs<CustomerId>();
        foreach (var customer in await db.Customers.AsNoTracking().IgnoreAutoIncludes().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToListAsync(stop))
        {
            Name(names, customer.Id.Value, customer.Name, customer.Id);
        }

        var guids = names.Unnamed;
        foreach (var contact in await db.Contacts.AsNoTracking().Where(c => guids.Contains(c.Id)).Select(c => new { c.Id, c.Name, c.CustomerId }).ToListAsync(stop))
        {
            Name(names, contact.Id, contact.Name, contact.CustomerId);
        }

        await NameSalesAsync(names, stop);
    }

    private async Task NameSalesAsync(RecordNames names, CancellationToken stop)
    {
        var subscriptions = names.UnnamedAs<SubscriptionId>();
        foreach (var one in await db.Subscriptions.AsNoTracking().Where(s => subscriptions.Contains(s.Id)).Select(s => new { s.Id, s.Number, s.CustomerId }).ToListAsync(stop))
        {
            Name(names, one.Id.Value, one.Number, one.CustomerId);
        }

        var opportunities = names.UnnamedAs<OpportunityId>();
        foreach (var one in await db.Opportunities.AsNoTracking().Where(o => opportunities.Contains(o.Id)).Select(o => new { o.Id, o.Number, o.CustomerId }).ToListAsync(stop))
        {
            Name(names, one.Id.Value, one.Number, one.CustomerId);
        }

        var orders = names.UnnamedAs<OrderNoteId>();
        foreach (var one in await db.OrderNotes.AsNoTracking().Where(o => orders.Contains(o.Id)).Select(o => new { o.Id, o.Number, o.CustomerId }).ToListAsync(stop))
        {
            Name(names, one.Id.Value, one.Number, one.CustomerId);
        }

        var rules = names.UnnamedAs<CrossSellRuleId>();
        foreach (var rule in await db.CrossSellRules.AsNoTracking().Where(r => rules.Contains(r.Id)).ToListAsync(stop))
        {
            names.Name(rule.Id.Value, rule.Offer.In(names.Language), user.Has(CustomersPermissions.Settings) ? "/sales-rules" : null);
        }
    }

    private void Name(RecordNames names, Guid id, string? name, CustomerId customer)
    {
        if (user.Has(CustomersPermissions.Read))
        {
            names.Name(id, name, $"/customers/{customer}");
        }
        else
        {
            names.Hide(id);
        }
    }
}
