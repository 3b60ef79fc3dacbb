using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Search;
using Santral.Customers.Data;

namespace Santral.Customers.Search;

/// <summary>Customers in the search box: by number, name, contacts, mail addresses and phones.</summary>
internal sealed class FindableCustomers(CustomersDb db) : IProvideFindable
{
    public const string Code = "customer";

    public string Kind => Code;

    public string Permission => CustomersPermissions.Read;

    public async Task<Findable?> FindAsync(Guid id, CancellationToken stop)
    {
        var key = CustomerId.From(id);
        var customer = await db.Customers.AsNoTracking().AsSplitQuery().Include(c => c.AllPhones).Include(c => c.Emails).Include(c => c.Contacts)
            .SingleOrDefaultAsync(c => c.Id == key, stop);
        if (customer is null)
        {
            return null;
        }

        var text = string.Join(
            '\n',
            ((IEnumerable<string?>)[.. customer.Contacts.SelectMany(c => (string?[])[c.Name, c.Email]), .. customer.Emails.Select(e => e.Address), customer.City, customer.Note])
                .Where(t => !string.IsNullOrEmpty(t)));
        return new Findable(
            Kind, id, customer.Number, customer.Name, text, [.. customer.AllPhones.Select(p => p.Number)], null, $"/customers/{id}", customer.CreatedAt);
    }

    public IAsyncEnumerable<Guid> AllAsync(CancellationToken stop)
        => db.Customers.AsNoTracking().OrderBy(c => c.CreatedAt).Select(c => c.Id).AsAsyncEnumerable().Select(id => id.Value);
}
