using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>How a customer wants to be reached, for whoever is about to write or call (P-14).</summary>
internal sealed class ReachCustomers(IServiceScopeFactory scopes, IKnowDefinitions definitions) : IReachCustomers
{
    public async Task<CustomerReach?> FindAsync(CustomerId id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<CustomersDb>().Customers.AsNoTracking()
            .Where(c => c.Id == id && c.ErasedAt == null)
            .Select(c => new
            {
                c.Language,
                c.PreferredMethodId,
                c.OnlyPreferred,
                Email = c.Emails.OrderBy(e => e.Order).Select(e => e.Address).FirstOrDefault(),
                Phone = c.AllPhones.Where(p => p.ContactId == null && p.Kind != PhoneKind.Fax)
                    .OrderByDescending(p => p.IsPrimary).ThenBy(p => p.Id).Select(p => (PhoneNumber?)p.Number).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(stop);
        return found is null ? null : new CustomerReach(
            id, found.Language, found.PreferredMethodId is { } method ? definitions.Find(method)?.Code : null, found.OnlyPreferred, found.Email, found.Phone);
    }
}
