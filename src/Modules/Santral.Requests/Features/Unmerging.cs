using Microsoft.EntityFrameworkCore;
using Santral.Requests.Clocks;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>
/// Takes away what one merge gave. What another merge into the same request would have given too passes on to that one, so that
/// merges can be taken back in any order.
/// </summary>
internal sealed class Unmerging(RequestsDb db, Request into, Merge merge, IReadOnlyList<Merge> others)
{
    private readonly Dictionary<Merge, MergeGains> _gains = others.ToDictionary(m => m, m => m.Gains);

    public async Task TakeAwayAsync(DateTimeOffset now, CancellationToken stop)
    {
        var gains = merge.Gains;
        PutBack(gains.Values);
        await TagsAsync(gains.Tags, stop);
        await WatchersAsync(gains.Watchers, stop);
        await CallsAsync(gains.Calls, stop);
        await LinksAsync(gains.Links, stop);
        await PartsAsync(gains.Children, now, stop);
        await AnswersAsync(gains, stop);
        foreach (var (other, kept) in _gains)
        {
            other.Keep(kept);
        }
    }

    /// <summary>A value somebody changed since stays; a value a later merge replaced goes back to what it was when that one is taken back.</summary>
    private void PutBack(IReadOnlyDictionary<string, TakenValue> values)
    {
        foreach (var (name, taken) in values)
        {
            var later = others.FirstOrDefault(m => m.At > merge.At && _gains[m].Values.TryGetValue(name, out var value) && value.Before == taken.After);
            if (later is not null)
            {
                var was = _gains[later].Values.ToDictionary();
                was[name] = was[name] with { Before = taken.Before };
                _gains[later] = _gains[later] with { Values = was };
            }
            else if (Request.MergeField.Find(name) is { } field && field.Of(into) == taken.After)
            {
                field.Put(into, taken.Before);
            }
        }
    }

    private async Task TagsAsync(IReadOnlyList<string> tags, CancellationToken stop)
    {
        var sources = others.Select(m => m.FromId).ToList();
        var elsewhere = await db.Tags.AsNoTracking().Where(t => sources.Contains(t.RequestId)).ToListAsync(stop);
        foreach (var tag in tags.Where(into.HasTag))
        {
            var heir = Heir(elsewhere.Where(t => t.Folded == Folded.Of(tag)).Select(t => t.RequestId));
            if (heir is null)
            {
                into.Tag([], [tag]);
            }
            else
            {
                _gains[heir] = _gains[heir] with { Tags = [.. _gains[heir].Tags, tag] };
            }
        }
    }

    private async Task WatchersAsync(IReadOnlyList<UserId> watchers, CancellationToken stop)
    {
        var sources = others.Select(m => m.FromId).ToList();
        var elsewhere = await db.Watchers.AsNoTracking().Where(w => sources.Contains(w.RequestId)).ToListAsync(stop);
        foreach (var person in watchers.Where(p => into.Watchers.Any(w => w.UserId == p)))
        {
            var heir = Heir(elsewhere.Where(w => w.UserId == person).Select(w => w.RequestId));
            if (heir is null)
            {
                into.Unwatch(person);
            }
            else
            {
                _gains[heir] = _gains[heir] with { Watchers = [.. _gains[heir].Watchers, person] };
            }
        }
    }

    private async Task CallsAsync(IReadOnlyList<CallId> calls, CancellationToken stop)
    {
        var sources = others.Select(m => m.FromId).ToList();
        var elsewhere = await db.LinkedCalls.AsNoTracking().Where(l => sources.Contains(l.RequestId)).ToListAsync(stop);
        var here = await db.LinkedCalls.Where(l => l.RequestId == into.Id).ToListAsync(stop);
        foreach (var link in here.Where(l => calls.Contains(l.CallId)))
        {
            var heir = Heir(elsewhere.Where(l => l.CallId == link.CallId).Select(l => l.RequestId));
            if (heir is null)
            {
                db.LinkedCalls.Remove(link);
            }
            else
            {
                _gains[heir] = _gains[heir] with { Calls = [.. _gains[heir].Calls, link.CallId] };
            }
        }
    }

    /// <summary>A call that came along answered the customer only as long as the two were one: the first answer that is left counts.</summary>
    private async Task AnswersAsync(MergeGains gains, CancellationToken stop)
    {
        if (gains.WasAnswered is not false)
        {
            return;
        }

        foreach (var later in others.Where(m => m.At > merge.At))
        {
            _gains[later] = _gains[later] with { WasAnswered = false };
        }

        await db.LinkedCalls.Where(l => l.RequestId == into.Id).LoadAsync(stop);
        var calls = db.LinkedCalls.Local.Where(l => l.RequestId == into.Id).Select(l => l.CallId.Value).ToList();
        var spoken = (await db.Interactions.AsNoTracking().Where(i => calls.Contains(i.Id)).ToListAsync(stop)).Select(i => i.SpokenAt());
        var written = (await db.Notes.AsNoTracking().Where(n => n.RequestId == into.Id && n.CustomerSees && n.By != null).Select(n => n.At).ToListAsync(stop)).Select(at => (DateTimeOffset?)at);
        into.AnswerAnew([.. spoken.Concat(written).Append(into.Clocks.Resolution.MetAt).OfType<DateTimeOffset>()]);
    }

    private async Task LinksAsync(IReadOnlyList<RequestId> relatives, CancellationToken stop)
    {
        var sources = others.Select(m => m.FromId).ToList();
        var elsewhere = await db.Links.AsNoTracking().Where(l => sources.Contains(l.FirstId) || sources.Contains(l.SecondId)).ToListAsync(stop);
        var here = await db.Links.Where(l => l.FirstId == into.Id || l.SecondId == into.Id).ToListAsync(stop);
        foreach (var link in here.Where(l => relatives.Contains(l.OtherOf(into.Id))))
        {
            var relative = link.OtherOf(into.Id);
            var heir = Heir(elsewhere.Where(l => l.FirstId == relative || l.SecondId == relative).Select(l => l.OtherOf(relative)));
            if (heir is null)
            {
                db.Links.Remove(link);
            }
            else
            {
                _gains[heir] = _gains[heir] with { Links = [.. _gains[heir].Links, relative] };
            }
        }
    }

    private async Task PartsAsync(IReadOnlyList<RequestId> children, DateTimeOffset now, CancellationToken stop)
    {
        var former = await db.Requests.SingleAsync(r => r.Id == merge.FromId, stop);
        var parts = await db.Requests.Where(r => children.Contains(r.Id) && r.ParentId == into.Id).ToListAsync(stop);
        foreach (var part in parts)
        {
            part.GoBackTo(former, now);
        }
    }

    private Merge? Heir(IEnumerable<RequestId> alsoHas) => others.FirstOrDefault(m => alsoHas.Contains(m.FromId));
}
