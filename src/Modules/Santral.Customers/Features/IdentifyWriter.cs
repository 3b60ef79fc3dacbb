using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Customers.Data;

namespace Santral.Customers.Features;

/// <summary>Who writes, by his address (H-02): as with numbers, only when exactly one customer has it.</summary>
internal sealed class IdentifyWriter(IServiceScopeFactory scopes) : IIdentifyWriter
{
    public async Task<CustomerSummary?> IdentifyAsync(string address, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CustomersDb>();

        // Stored as written; people write theirs in small letters or as they did.
        string[] spellings = [.. new[] { address, address.ToLowerInvariant() }.Distinct()];
        var found = await db.Customers.AsNoTracking()
            .Where(c => c.ErasedAt == null && (c.Emails.Any(e => spellings.Contains(e.Address)) || c.Contacts.Any(p => spellings.Contains(p.Email!))))
            .OrderBy(c => c.Id)
            .Select(c => new
            {
                c.Id,
                c.Number,
                c.Name,
                c.Kind,
                c.Language,
                Contact = c.Contacts.Where(p => spellings.Contains(p.Email!)).Select(p => p.Name).FirstOrDefault(),
            })
            .Take(2)
            .ToListAsync(stop);
        return found is [var only] ? new CustomerSummary(only.Id, only.Number!, only.Name, only.Kind, only.Language, only.Contact) : null;
    }
}
