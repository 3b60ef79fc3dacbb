using Microsoft.EntityFrameworkCore;
using Santral.Customers.Domain;

namespace Santral.Customers.Data;

/// <summary>Gives customers from before there were look-alikes the keys they are found by; later saves give them themselves.</summary>
internal sealed class FillNameKeys(CustomersDb db) : IPrepare
{
    private const int BatchSize = 500;

    public int Order => 30;

    public async Task PrepareAsync(CancellationToken stop)
    {
        // A name without a letter or digit has no key and stays where it is.
        var keyless = 0;
        while (true)
        {
            var batch = await db.Customers.AsNoTracking()
                .Where(c => c.ErasedAt == null && !db.NameKeys.Any(k => k.CustomerId == c.Id))
                .OrderBy(c => c.Id).Skip(keyless).Take(BatchSize).Select(c => new { c.Id, c.Name }).ToListAsync(stop);
            if (batch.Count == 0)
            {
                return;
            }

            keyless += batch.Count(c => NameKeys.Of(c.Name).Count == 0);
            db.NameKeys.AddRange(batch.SelectMany(c => NameKeys.Of(c.Name).Select(key => new CustomerNameKey { CustomerId = c.Id, Key = key })));
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
    }
}
