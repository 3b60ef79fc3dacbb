using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>
/// Checks a keyed pair (I-16 … I-21, D2). The password is derived whether the number exists, is locked or not,
/// so that neither the answer nor its time says which of the two was wrong.
/// </summary>
internal sealed class VerifyCorporateCaller(IServiceScopeFactory scopes, TimeProvider clock) : IVerifyCorporateCaller
{
    private const int LongestNumber = 20;
    private const int LongestPassword = 20;

    // Losing this often against other calls for the same number is an attack, and counts as locked.
    private const int Tries = 8;

    public async Task<(VerificationResult Result, CustomerSummary? Customer)> VerifyAsync(
        string customerNumber, string servicePassword, PhoneNumber? from, CancellationToken stop)
    {
        var isReadable = customerNumber.Length is > 0 and <= LongestNumber && customerNumber.All(char.IsAsciiDigit)
            && servicePassword.Length is > 0 and <= LongestPassword;
        var keys = KeysOf(isReadable ? customerNumber : null, from);
        var isOpen = await UpdateAsync(keys, rows => rows.TrueForAll(r => r.TryCount(clock.GetUtcNow())), stop);

        var account = isReadable ? await FindAsync(customerNumber, stop) : null;
        var isRight = ServicePassword.Matches(isReadable ? servicePassword : "", account?.Hash ?? ServicePassword.OfNobody);
        if (!isOpen)
        {
            return (VerificationResult.Locked, null);
        }

        if (!isRight || account is null)
        {
            return (VerificationResult.Wrong, null);
        }

        await UpdateAsync(
            keys,
            rows =>
            {
                rows.ForEach(r => r.GiveBack());
                return true;
            },
            stop);
        return (VerificationResult.Verified, account.Customer);
    }

    private static List<string> KeysOf(string? customerNumber, PhoneNumber? from)
    {
        var keys = new List<string>();
        if (customerNumber is not null)
        {
            keys.Add(VerificationLock.KeyOfCustomer(customerNumber));
        }

        if (from is { } calling)
        {
            keys.Add(VerificationLock.KeyOfCaller(calling));
        }

        return keys;
    }

    private async Task<Account?> FindAsync(string customerNumber, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CustomersDb>();
        var row = await db.Customers.AsNoTracking()
            .Where(c => c.Number == customerNumber && c.Kind == CustomerKind.Corporate && c.ServicePasswordHash != null)
            .Select(c => new { c.Id, c.Number, c.Name, c.Kind, c.Language, c.ServicePasswordHash })
            .SingleOrDefaultAsync(stop);
        return row is null ? null : new Account(new CustomerSummary(row.Id, row.Number!, row.Name, row.Kind, row.Language), row.ServicePasswordHash!);
    }

    /// <summary>Changes the locks of these keys as one; two calls at once are told apart by the rows' versions.</summary>
    private async Task<bool> UpdateAsync(List<string> keys, Func<List<VerificationLock>, bool> change, CancellationToken stop)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<CustomersDb>();
                var answer = false;
                await db.InTransactionAsync(
                    async () =>
                    {
                        answer = change(await RowsAsync(db, keys, stop));
                        await db.SaveChangesAsync(stop);
                    },
                    stop);
                return answer;
            }
            catch (Refusal lost) when (lost.Kind == RefusalKind.Stale)
            {
                // Another call counted first: look again.
            }
            catch (DbUpdateException)
            {
                // Another call made the row first: look again.
            }
        }

        return false;
    }

    private async Task<List<VerificationLock>> RowsAsync(CustomersDb db, List<string> keys, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var forgotten = now - (2 * VerificationLock.Longest);
        await db.Locks.Where(l => l.LastAt < forgotten).ExecuteDeleteAsync(stop);
        var rows = await db.Locks.Where(l => keys.Contains(l.Key)).ToListAsync(stop);
        foreach (var key in keys.Where(k => !rows.Exists(r => r.Key == k)))
        {
            var row = new VerificationLock(key, now);
            db.Locks.Add(row);
            rows.Add(row);
        }

        return rows;
    }

    private sealed record Account(CustomerSummary Customer, string Hash);
}
