using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Search;
using Santral.Requests.Domain;

namespace Santral.Requests.Data;

/// <summary>Requests in the search box: by number, subject, text, customer's name and notes.</summary>
internal sealed class FindableRequests(RequestsDb db, IFindCustomer customers) : IProvideFindable
{
    public const string Code = "request";

    // Of a long story the newest chapters.
    private const int MostNotes = 30;

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
        return [.. requests.Select(request => Of(
            request,
            request.CustomerId is { } id ? whose.GetValueOrDefault(id) : null,
            notes[request.Id].OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(MostNotes).Select(n => n.Text)))];
    }

    private static Findable Of(Request request, CustomerSummary? customer, IEnumerable<string> notes)
    {
        var text = string.Join('\n', ((IEnumerable<string?>)[request.Text, customer?.Name, customer?.ContactName, .. notes]).Where(t => !string.IsNullOrEmpty(t)));
        return new Findable(Code, request.Id.Value, request.Number, request.Subject, text, [], request.Unit, $"/requests/{request.Id}", request.OpenedAt);
    }

    public IAsyncEnumerable<Guid> AllAsync(CancellationToken stop)
        => db.Requests.AsNoTracking().OrderBy(r => r.OpenedAt).Select(r => r.Id).AsAsyncEnumerable().Select(id => id.Value);
}
