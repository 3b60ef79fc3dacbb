using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Reactions;

/// <summary>A change of a request reaches the screens that show it.</summary>
internal sealed class WhenRequestChanged(RequestNewsDesk news, RequestsDb db) : IReactTo<RequestChanged>
{
    public async Task ReactAsync(RequestChanged fact, CancellationToken stop)
    {
        var request = await db.Requests.AsNoTracking().Where(r => r.Id == fact.RequestId)
            .Select(r => new { r.Unit, r.OwnerId, r.OpenedBy, Watchers = r.Watchers.Select(w => w.UserId).ToList() })
            .SingleOrDefaultAsync(stop);
        if (request is not null)
        {
            news.Tell(
                request.Unit,
                [.. request.Watchers.Append(request.OwnerId ?? default).Append(request.OpenedBy ?? default)],
                new RequestNews(fact.RequestId, fact.Number, fact.Change));
        }
    }
}
