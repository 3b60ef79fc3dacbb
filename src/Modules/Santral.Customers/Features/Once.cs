using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>The same click sent twice makes one record: the Idempotency-Key is kept with what it made, in the save that made it.</summary>
internal sealed class Once(CustomersDb db, IHttpContextAccessor http, ICurrentUser user, TimeProvider clock)
{
    private const int LongestKey = 100;

    private string? Key
    {
        get
        {
            var key = http.HttpContext?.Request.Headers["Idempotency-Key"].ToString().Trim();
            return key is not { Length: > 0 } ? null
                : key.Length <= LongestKey ? key
                : throw new Refusal("customers.idempotency_key_invalid", RefusalKind.Invalid, ("max", LongestKey));
        }
    }

    /// <summary>Makes the record, or finds the one this key made before.</summary>
    /// <param name="asked">What was asked for: the same key for something else is refused.</param>
    /// <param name="make">Adds the record, without saving, and gives its id.</param>
    public async Task<(Guid Id, bool IsNew)> MakeAsync(object asked, Func<Task<Guid>> make, CancellationToken stop)
    {
        if (Key is not { } key || user.Id is not { } by)
        {
            var made = await make();
            await db.SaveChangesAsync(stop);
            return (made, true);
        }

        var digest = Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(asked, asked.GetType(), SantralJson.Options)));
        if (await BeforeAsync(by, key, digest, stop) is { } before)
        {
            return (before, false);
        }

        var id = await make();
        db.Opened.Add(new OpenedOnce { UserId = by, Key = key, Asked = digest, Made = id, At = clock.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // The same key at the same moment: the other save won, its record is the answer.
            db.ChangeTracker.Clear();
            if (await BeforeAsync(by, key, digest, stop) is { } twin)
            {
                return (twin, false);
            }

            throw;
        }

        return (id, true);
    }

    private async Task<Guid?> BeforeAsync(UserId by, string key, string digest, CancellationToken stop)
        => await db.Opened.AsNoTracking().SingleOrDefaultAsync(o => o.UserId == by && o.Key == key, stop) is not { } before ? null
            : before.Asked == digest ? before.Made
            : throw new Refusal("customers.idempotency_key_reused", RefusalKind.Invalid);
}
