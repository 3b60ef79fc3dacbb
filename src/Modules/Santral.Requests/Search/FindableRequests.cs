using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Search;
using Santral.Requests.Data;

namespace Santral.Requests.Search;

/// <summary>Requests in the search box: by number, subject, text, customer's name and notes.</summary>
internal sealed class FindableRequests(RequestsDb db, IFindCustomer customers) : IProvideFindable
{
    public const string Code = "request";

    // Of a long story the newest chapters.
    private const int MostNotes = 30;

    public string Kind => Code;

    public string Permission => RequestsPermissions.Read;

    public async Task<Findable?> FindAsync(Guid id, CancellationToken stop)
    {
        var key = RequestId.From(id);
        var request = await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == key, stop);
        if (request is null)
        {
            return null;
        }

        var customer = request.CustomerId is { } whose ? await customers.FindAsync(whose, stop) : null;
        var notes = await db.Notes.AsNoTracking().Where(n => n.RequestId == key).OrderByDescending(n => n.At).Take(MostNotes).Select(n => n.Text).ToListAsync(stop);
        var text = string.Join('\n', ((IEnumerable<string?>)[request.Text, customer?.Name, customer?.ContactName, .. notes]).Where(t => !string.IsNullOrEmpty(t)));
        return new Findable(Kind, id, request.Number, request.Subject, text, [], request.Unit, $"/requests/{id}", request.OpenedAt);
    }

    public IAsyncEnumerable<Guid> AllAsync(CancellationToken stop)
        => db.Requests.AsNoTracking().OrderBy(r => r.OpenedAt).Select(r => r.Id).AsAsyncEnumerable().Select(id => id.Value);
}
