using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>The other requests a request has to do with, as far as the reader sees them.</summary>
internal sealed class ReadFamily(RequestsDb db, Sight sight, StageCatalog catalog, IKnowPeople people)
{
    private const int MostOfAKind = 100;

    public async Task<Relatives> OfAsync(Request request, CancellationToken stop)
    {
        var links = await db.Links.AsNoTracking().Where(l => l.FirstId == request.Id || l.SecondId == request.Id).Take(MostOfAKind).ToListAsync(stop);
        var merges = await db.Merges.AsNoTracking().Where(m => m.IntoId == request.Id && m.UndoneAt == null).OrderBy(m => m.At).Take(MostOfAKind).ToListAsync(stop);
        var related = links.ConvertAll(l => l.OtherOf(request.Id));
        var merged = merges.ConvertAll(m => m.FromId);
        var ids = related.Concat(merged).ToList();
        var (parent, into) = (request.ParentId, request.MergedIntoId);
        var found = await sight.Of(db.Requests.AsNoTracking())
            .Where(r => ids.Contains(r.Id) || r.Id == parent || r.Id == into || r.ParentId == request.Id)
            .OrderBy(r => r.NumberOrder)
            .Take(3 * MostOfAKind)
            .Select(r => new Relative(r.Id, r.Number!, r.Subject, r.Unit, r.StageCode, r.StageKind, r.ParentId, r.Version))
            .ToListAsync(stop);
        var known = found.ToDictionary(r => r.Id);
        return new Relatives(
            await NamedAsync(parent, known, stop),
            await AllNamedAsync(found.Where(r => r.ParentId == request.Id), stop),
            await AllNamedAsync(found.Where(r => related.Contains(r.Id)), stop),
            await NamedAsync(into, known, stop),
            [.. merges.Where(m => known.ContainsKey(m.FromId)).Select(m => MergedOf(m, known[m.FromId]))]);
    }

    private MergedReference MergedOf(Merge merge, Relative from) => new(
        from.Id, from.Number, from.Subject, merge.At,
        merge.By is { } by ? new PersonName(by, people.Find(by)?.DisplayName ?? "?") : null,
        merge.ReversibleUntil, from.Version);

    private async Task<RequestReference?> NamedAsync(RequestId? id, Dictionary<RequestId, Relative> known, CancellationToken stop)
        => id is { } one && known.TryGetValue(one, out var relative) ? await NamedAsync(relative, stop) : null;

    private async Task<IReadOnlyList<RequestReference>> AllNamedAsync(IEnumerable<Relative> relatives, CancellationToken stop)
    {
        List<RequestReference> named = [];
        foreach (var relative in relatives)
        {
            named.Add(await NamedAsync(relative, stop));
        }

        return named;
    }

    private async Task<RequestReference> NamedAsync(Relative relative, CancellationToken stop)
        => new(relative.Id, relative.Number, relative.Subject, catalog.Of(relative.Unit).NameOf(relative.StageCode, relative.StageKind));

    private sealed record Relative(
        RequestId Id, string Number, string Subject, string Unit, string StageCode, StageKind StageKind, RequestId? ParentId, int Version);
}

/// <summary>What joins a request with others.</summary>
internal sealed record Relatives(
    RequestReference? Parent,
    IReadOnlyList<RequestReference> Parts,
    IReadOnlyList<RequestReference> Related,
    RequestReference? MergedInto,
    IReadOnlyList<MergedReference> Merged);
