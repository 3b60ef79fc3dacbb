using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Search;
using Santral.Customers.Domain;

namespace Santral.Customers.Data;

/// <summary>Customers in the search box: by number, name, contacts, mail addresses and phones.</summary>
internal sealed class FindableCustomers(CustomersDb db) : IProvideFindable
{
    public string Kind => Customer.SearchKind;

    public string Permission => CustomersPermissions.Read;

    public async Task<IReadOnlyList<Findable>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var keys = ids.Select(CustomerId.From).ToList();
        var customers = await db.Customers.AsNoTracking().AsSplitQuery().Include(c => c.AllPhones).Include(c => c.Emails).Include(c => c.Contacts).Include(c => c.Addresses)
            .Where(c => keys.Contains(c.Id) && c.ErasedAt == null).ToListAsync(stop);
        return [.. customers.Select(Of)];
    }

    // In one order, whatever order the database gives them in: what did not change is then not indexed again.
    private static Findable Of(Customer customer)
    {
        var text = string.Join(
            '\n',
            ((IEnumerable<string?>)[.. customer.Contacts.OrderBy(c => c.Id).SelectMany(c => (string?[])[c.Name, c.Email]), .. customer.Emails.Select(e => e.Address).Order(StringComparer.Ordinal), .. customer.Addresses.Select(a => a.City).Order(StringComparer.Ordinal), customer.Note])
                .Where(t => !string.IsNullOrEmpty(t)));
        return new Findable(
            Customer.SearchKind, customer.Id.Value, customer.Number, customer.Name, text, [.. customer.AllPhones.Select(p => p.Number).OrderBy(n => n.Value, StringComparer.Ordinal)], null, $"/customers/{customer.Id}", customer.CreatedAt);
    }

    public IAsyncEnumerable<Guid> AllAsync(CancellationToken stop)
        => db.Customers.AsNoTracking().Where(c => c.ErasedAt == null).OrderBy(c => c.CreatedAt).Select(c => c.Id).AsAsyncEnumerable().Select(id => id.Value);
}
