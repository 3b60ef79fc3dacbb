using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>
/// What a merge gives to the remaining request, and how it is taken away again. The merged one keeps everything it has; its notes
/// are read along on the remaining one's timeline, so notes written there later stay there.
/// </summary>
internal sealed class Merging(RequestsDb db, Sight sight, IFindCustomer customers, ICurrentUser user, TimeProvider clock)
{
    public async Task MergeAsync(Request from, int version, Request into, IReadOnlyList<string> take, CancellationToken stop)
    {
        if (from.Version != version)
        {
            throw new Refusal("record.changed_meanwhile", RefusalKind.Stale);
        }

        var now = clock.GetUtcNow();
        if ((await db.LineOfAsync(into.ParentId, stop)).Contains(from.Id))
        {
            throw new Refusal("requests.merge_into_part", RefusalKind.Invalid, ("number", into.Number));
        }

        from.FollowIn(into, user.Id, now);
        var gains = new MergeGains(
            Values(from, into, take),
            Tags(from, into),
            Watchers(from, into, now),
            await CallsAsync(from, into, stop),
            await LinksAsync(from, into, stop),
            await ChildrenAsync(from, into, now, stop),
            WasAnswered: !into.Clocks.Response.IsOpen);
        await FollowCustomerAsync(into, stop);
        db.Merges.Add(new Merge(Guid.CreateVersion7(now), from.Id, into.Id, gains, user.Id, now));
    }

    public async Task UnmergeAsync(Request from, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var merge = await db.Merges.SingleOrDefaultAsync(m => m.FromId == from.Id && m.UndoneAt == null, stop)
            ?? throw new Refusal("requests.not_merged");
        var into = await db.Requests.Include(r => r.Search).Include(r => r.Tags).Include(r => r.Watchers).SingleAsync(r => r.Id == merge.IntoId, stop);
        if (!await sight.Of(db.Requests).AnyAsync(r => r.Id == into.Id, stop))
        {
            throw new Refusal("requests.unknown", RefusalKind.Unknown);
        }

        if (into.MergedIntoId is not null)
        {
            throw new Refusal("requests.unmerge_later_first", RefusalKind.State, ("number", into.Number));
        }

        merge.Undo(user.Id, now);
        var others = await db.Merges.Where(m => m.IntoId == into.Id && m.UndoneAt == null && m.Id != merge.Id).OrderBy(m => m.At).ThenBy(m => m.Id).ToListAsync(stop);
        await new Unmerging(db, into, merge, others).TakeAwayAsync(now, stop);
        from.StandAlone(into, user.Id, now);
        await FollowCustomerAsync(into, stop);
    }

    private static Dictionary<string, TakenValue> Values(Request from, Request into, IReadOnlyList<string> take)
    {
        var taken = new Dictionary<string, TakenValue>();
        foreach (var name in take.Distinct())
        {
            var field = Request.MergeField.Find(name) ?? throw new Refusal("requests.merge_field_unknown", RefusalKind.Invalid, ("field", name));
            var (before, after) = (field.Of(into), field.Of(from));
            if (before != after)
            {
                field.Put(into, after);
                taken[name] = new TakenValue(before, after);
            }
        }

        return taken;
    }

    private static List<string> Tags(Request from, Request into)
    {
        var added = from.Tags.Select(t => t.Name).Where(t => !into.HasTag(t)).Take(Request.MostTags - into.Tags.Count).ToList();
        into.Tag(added, []);
        return added;
    }

    private static List<UserId> Watchers(Request from, Request into, DateTimeOffset now)
    {
        var added = from.Watchers.Select(w => w.UserId).Except(into.Watchers.Select(w => w.UserId)).Take(Request.MostWatchers - into.Watchers.Count).ToList();
        added.ForEach(w => into.Watch(w, now));
        return added;
    }

    private async Task<List<CallId>> CallsAsync(Request from, Request into, CancellationToken stop)
    {
        var links = await db.LinkedCalls.AsNoTracking().Where(l => l.RequestId == from.Id || l.RequestId == into.Id).ToListAsync(stop);
        var known = links.Where(l => l.RequestId == into.Id).Select(l => l.CallId).ToHashSet();
        var added = links.Where(l => l.RequestId == from.Id && !known.Contains(l.CallId)).ToList();
        db.LinkedCalls.AddRange(added.Select(l => LinkedCall.Link(into, l.CallId, l.By, l.At)));
        return added.ConvertAll(l => l.CallId);
    }

    private async Task<List<RequestId>> LinksAsync(Request from, Request into, CancellationToken stop)
    {
        var links = await db.Links.AsNoTracking()
            .Where(l => l.FirstId == from.Id || l.SecondId == from.Id || l.FirstId == into.Id || l.SecondId == into.Id)
            .ToListAsync(stop);
        var known = links.Where(l => l.FirstId == into.Id || l.SecondId == into.Id).Select(l => l.OtherOf(into.Id)).ToHashSet();
        var added = links
            .Where(l => (l.FirstId == from.Id || l.SecondId == from.Id) && l.OtherOf(from.Id) is var other && other != into.Id && !known.Contains(other))
            .ToList();
        db.Links.AddRange(added.Select(l => new RequestLink(into.Id, l.OtherOf(from.Id), l.By, l.At)));
        return added.ConvertAll(l => l.OtherOf(from.Id));
    }

    private async Task<List<RequestId>> ChildrenAsync(Request from, Request into, DateTimeOffset now, CancellationToken stop)
    {
        var parts = await db.Requests.Where(r => r.ParentId == from.Id && r.MergedIntoId == null).ToListAsync(stop);
        foreach (var part in parts)
        {
            part.BelongTo(into, [], now);
        }

        return parts.ConvertAll(p => p.Id);
    }

    /// <summary>A request is found by its customer's name, whoever he is after the merge.</summary>
    private async Task FollowCustomerAsync(Request into, CancellationToken stop)
        => into.Search.Follow(into, into.CustomerId is { } customer ? (await customers.FindAsync(customer, stop))?.Name : null);
}
