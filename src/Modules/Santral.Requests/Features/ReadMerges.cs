using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;

namespace Santral.Requests.Features;

/// <summary>The merges of a request, as its timeline tells them.</summary>
internal sealed class ReadMerges(RequestsDb db, ReadRequest read)
{
    // Nobody merges more than this; a circle in old data must not hang a page.
    private const int Most = 200;

    /// <summary>Every request whose matter is followed in this one, also by way of others, with its number.</summary>
    public async Task<IReadOnlyDictionary<RequestId, string>> FollowedInAsync(RequestId id, CancellationToken stop)
    {
        var found = new Dictionary<RequestId, string>();
        List<RequestId?> next = [id];
        while (next.Count > 0 && found.Count < Most)
        {
            var level = await db.Requests.AsNoTracking()
                .Where(r => next.Contains(r.MergedIntoId))
                .Select(r => new { r.Id, r.Number })
                .ToListAsync(stop);
            next = [.. level.Where(r => found.TryAdd(r.Id, r.Number!)).Select(r => (RequestId?)r.Id)];
        }

        return found;
    }

    public async Task<IEnumerable<GetTimeline.Entry>> EntriesAsync(RequestId id, CancellationToken stop)
    {
        var merges = await db.Merges.AsNoTracking().Where(m => m.FromId == id || m.IntoId == id).OrderByDescending(m => m.At).Take(Most).ToListAsync(stop);
        var others = merges.ConvertAll(m => m.FromId == id ? m.IntoId : m.FromId);
        var numbers = await db.Requests.AsNoTracking().Where(r => others.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Number!, stop);
        return merges.SelectMany(m =>
        {
            var (other, isInto) = m.FromId == id ? (m.IntoId, true) : (m.FromId, false);
            var part = new GetTimeline.MergePart(other, numbers[other], isInto, IsUndone: false);
            List<GetTimeline.Entry> entries = [new(m.Id, m.At, GetTimeline.EntryKind.Merge, read.Person(m.By), Merge: part)];
            if (m.UndoneAt is { } undoneAt)
            {
                entries.Add(new(Derived(m.Id), undoneAt, GetTimeline.EntryKind.Merge, read.Person(m.UndoneBy), Merge: part with { IsUndone = true }));
            }

            return entries;
        });
    }

    // Two entries from one row need two keys that stay the same when read again.
    private static Guid Derived(Guid id)
    {
        var bytes = id.ToByteArray();
        bytes[^1] ^= 0xFF;
        return new Guid(bytes);
    }
}
