using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>
/// What a filter finds, asked for in two ways: a page of it walks along the order of the list and stops when it is full,
/// a count goes by the narrowest index and reads no rows.
/// </summary>
internal sealed class ListedRequests(RequestsDb db, RequestFilters filters, MatterFilters matters, RequestWords index, Sight sight)
{
    // So many that have a tag are read one by one; more are walked along.
    private const int FewTagged = 100;

    // And so many that have the words.
    private const int FewHits = Listed.MostCounted;

    public async Task<Listed> FindAsync(RequestFilter filter, CancellationToken stop)
    {
        var units = filters.UnitsOf(filter);
        var elsewhere = units is not null && (sight.SeesAll || units.All(sight.Own.Contains)) ? [] : await sight.ElsewhereAsync(stop);
        var words = RequestWords.Asked(filter.Text);
        var hits = words.Count == 0 ? null : await FewAsync(words, units, elsewhere, stop);
        var isCommonTag = filter.Tag is not null && await matters.CountTaggedAsync(filter.Tag, FewTagged + 1, stop) > FewTagged;
        var byUnit = filter is { Customer: null, Call: null, Due: null, Tag: null, Owner: null, Team: null, Category: null, Watched: null, Opened: null, Resolved: null } && words.Count == 0;
        return new Listed(Ask(inOrder: true), Ask(inOrder: false));

        IQueryable<Request> Ask(bool inOrder)
        {
            var requests = db.Requests.AsNoTracking();
            if (elsewhere is null)
            {
                requests = sight.Of(requests);
            }
            else if (!sight.SeesAll)
            {
                requests = elsewhere.Count == 0 ? InUnits(requests, sight.Own, inOrder || !byUnit) : requests.Where(r => sight.Own.Contains(r.Unit) || elsewhere.Contains(r.Id));
            }

            requests = units is null ? requests : InUnits(requests, units, inOrder || !byUnit);
            return filters.Narrow(words.Count == 0 ? requests : Having(requests, words, hits), filter, inOrder && isCommonTag);
        }
    }

    /// <returns>What has the words, of all that the person may see here; null when it is more than a few.</returns>
    private async Task<IReadOnlyList<RequestId>?> FewAsync(
        IReadOnlyList<string> words, IReadOnlyList<string>? units, IReadOnlyList<RequestId>? elsewhere, CancellationToken stop)
    {
        var seen = sight.SeesAll || elsewhere is null ? units : [.. sight.Own.Where(u => units?.Contains(u) != false)];
        var hits = seen?.Count == 0 ? [] : await index.Having(words, seen).Select(s => s.RequestId).Take(FewHits + 1).ToListAsync(stop);
        if (seen is not null && elsewhere is { Count: > 0 })
        {
            hits.AddRange(await RequestWords.Reading(db.Search.Where(s => elsewhere.Contains(s.RequestId)), words).Select(s => s.RequestId).ToListAsync(stop));
        }

        return hits.Count > FewHits ? null : hits;
    }

    // A page and a count to a thousand both stop early on a common word; a word that is rare is in the few.
    private IQueryable<Request> Having(IQueryable<Request> requests, IReadOnlyList<string> words, IReadOnlyList<RequestId>? few)
    {
        var read = RequestWords.Reading(db.Search, words);
        return few is null ? requests.Where(r => read.Any(s => s.RequestId == r.Id)) : requests.Where(r => EF.Parameter(few).Contains(r.Id));
    }

    /// <summary>SQLite knows nothing of limits when it chooses an index: by the unit it would fetch and sort half the table for one page, or fetch it to count what another index finds.</summary>
    private IQueryable<Request> InUnits(IQueryable<Request> requests, IReadOnlyList<string> units, bool byOtherIndex)
        => byOtherIndex && db.IsSqlite ? requests.Where(r => units.Contains(r.Unit + "")) : requests.Where(r => units.Contains(r.Unit));
}

/// <summary>The same requests, once to be read page by page and once to be counted.</summary>
internal sealed record Listed(IQueryable<Request> InOrder, IQueryable<Request> Counted)
{
    /// <summary>Nobody acts on the difference between eleven thousand and twelve; to count them would take longer than to read the page.</summary>
    public const int MostCounted = 1000;

    /// <returns>How many there are; one above the most that are counted stands for "more than that".</returns>
    public Task<int> CountAsync(CancellationToken stop) => Counted.Take(MostCounted + 1).CountAsync(stop);
}
