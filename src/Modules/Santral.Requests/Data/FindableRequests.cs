using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Mailroom;
using Santral.Contracts.Search;
using Santral.Requests.Domain;

namespace Santral.Requests.Data;

/// <summary>Requests in the search box: by number, subject, text, customer's name, notes and letters.</summary>
internal sealed class FindableRequests(RequestsDb db, IFindCustomer customers, IKnowLetters letters) : IProvideFindable
{
    public const string Code = SearchKinds.Request;

    // Of a long story the newest chapters.
    private const int MostNotes = 30;
    private const int MostLetters = 20;

    public string Kind => Code;

    public string Permission => RequestsPermissions.Read;

    public string AllUnitsPermission => RequestsPermissions.AllUnits;

    public async Task<IReadOnlyList<Findable>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var keys = ids.Select(RequestId.From).ToList();
        var requests = await db.Requests.AsNoTracking().Where(r => keys.Contains(r.Id)).ToListAsync(stop);
        var whose = await customers.FindManyAsync([.. requests.Select(r => r.CustomerId).OfType<CustomerId>().Distinct()], stop);
        var notes = (await db.Notes.AsNoTracking().Where(n => keys.Contains(n.RequestId)).Select(n => new { n.RequestId, n.Id, n.At, n.Text }).ToListAsync(stop))
            .ToLookup(n => n.RequestId);
        var written = await letters.WordsOfAsync(keys, MostLetters, stop);
        return [.. requests.Select(request => Of(
            request,
            request.CustomerId is { } id ? whose.GetValueOrDefault(id) : null,
            notes[request.Id].OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(MostNotes).Select(n => n.Text).Concat(written[request.Id])))];
    }

    private static Findable Of(Request request, CustomerSummary? customer, IEnumerable<string> written)
    {
        var text = string.Join('\n', ((IEnumerable<string?>)[request.Text, customer?.Name, customer?.ContactName, .. written]).Where(t => !string.IsNullOrEmpty(t)));
        return new Findable(Code, request.Id.Value, request.Number, request.Subject, text, [], request.Unit, $"/requests/{request.Id}", request.OpenedAt);
    }

    public IAsyncEnumerable<Guid> AllAsync(CancellationToken stop)
        => db.Requests.AsNoTracking().OrderBy(r => r.OpenedAt).Select(r => r.Id).AsAsyncEnumerable().Select(id => id.Value);
}
