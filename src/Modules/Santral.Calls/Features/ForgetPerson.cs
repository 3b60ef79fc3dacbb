using Microsoft.EntityFrameworkCore;
using Santral.Calls.Data;
using Santral.Calls.Jobs;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;

namespace Santral.Calls.Features;

/// <summary>Takes an erased person's numbers out of the call records and out of what was told of them, and deletes what he said; the calls stay and count.</summary>
internal sealed class ForgetPerson(CallsDb db, RemoveRecordings remove) : IForgetPerson
{
    public Task ForgetAsync(ForgottenPerson person, CancellationToken stop)
        => db.InTransactionAsync(
            async () =>
            {
                var phones = person.Phones.Select(p => p.Value).ToList();
                var recordings = await db.Recordings
                    .Where(r => r.State != RecordingState.Deleted && db.Calls.Any(c => c.Id == r.CallId && (c.CustomerId == person.Id || phones.Contains(c.CallingNumber!))))
                    .ToListAsync(stop);
                if (remove.Remove(recordings, RecordingGone.Erased) < recordings.Count)
                {
                    throw new IOException("A recording of the person cannot be deleted."); // asked again until it can
                }

                await db.SaveChangesAsync(stop);
                await db.Calls.Where(c => c.CustomerId == person.Id || phones.Contains(c.CallingNumber!))
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.CallingNumber, (string?)null), stop);
                var numbers = person.Phones.ToList();
                await db.Dialled.Where(d => numbers.Contains(d.Number)).ExecuteDeleteAsync(stop);
                foreach (var digits in phones.Select(p => p[1..]))
                {
                    await db.Outbox.Where(o => o.DoneAt != null && o.Body.Contains(digits)).ExecuteDeleteAsync(stop);
                }
            },
            stop);
}
