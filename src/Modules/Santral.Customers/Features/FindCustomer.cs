using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Customers.Data;

namespace Santral.Customers.Features;

/// <summary>Customers as other modules show them.</summary>
internal sealed class FindCustomer(IServiceScopeFactory scopes) : IFindCustomer
{
    public async Task<CustomerSummary?> FindAsync(CustomerId id, CancellationToken stop)
        => (await FindManyAsync([id], stop)).GetValueOrDefault(id);

    public async Task<IReadOnlyDictionary<CustomerId, CustomerSummary>> FindManyAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken stop)
    {
        if (ids.Count == 0)
        {
            return new Dictionary<CustomerId, CustomerSummary>();
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CustomersDb>();
        return await db.Customers.AsNoTracking()
            .Where(c => ids.Contains(c.Id))
            .Select(c => new CustomerSummary(c.Id, c.Number!, c.Name, c.Kind, c.Language, null))
            .ToDictionaryAsync(c => c.Id, stop);
    }
}
