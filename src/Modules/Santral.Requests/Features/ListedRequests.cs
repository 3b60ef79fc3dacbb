using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>
/// What a filter finds, asked for in two ways: a page of it walks along the order of the list and stops when it is full,
/// a count goes by the narrowest index and reads no rows.
/// </summary>
internal sealed class ListedRequests(RequestsDb db, RequestFilters filters, MatterFilters matters, Sight sight)
{
    // So many are named one by one; more are walked along.
    private const int Few = 100;

    public async Task<Listed> FindAsync(RequestFilter filter, CancellationToken stop)
    {
        var units = filters.UnitsOf(filter);
        var elsewhere = units is not null && (sight.SeesAll || units.All(sight.Own.Contains)) ? [] : await sight.ElsewhereAsync(stop);
        var hits = filters.Having(filter.Text);
        var few = hits is null ? null : await hits.Select(s => s.RequestId).Take(Few + 1).ToListAsync(stop);
        var isCommonTag = filter.Tag is not null && await matters.CountTaggedAsync(filter.Tag, Few + 1, stop) > Few;
        var byUnit = filter is { Customer: null, Call: null, Due: null, Tag: null, Owner: null, Team: null, Category: null, Watched: null, Opened: null, Resolved: null } && hits is null;
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
            return filters.Narrow(hits is null ? requests : Having(requests, hits, few!), filter, inOrder && isCommonTag);
        }
    }

    // A page and a count to a thousand both stop early on a common word; a word that is rare is in the few.
    private static IQueryable<Request> Having(IQueryable<Request> requests, IQueryable<RequestSearch> hits, List<RequestId> few)
        => few.Count <= Few ? requests.Where(r => few.Contains(r.Id)) : requests.Where(r => hits.Any(s => s.RequestId == r.Id));

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
