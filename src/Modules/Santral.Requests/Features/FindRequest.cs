using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;

namespace Santral.Requests.Features;

/// <summary>Requests for other modules.</summary>
internal sealed class FindRequest(RequestsDb db, Sight sight) : IFindRequest
{
    public async Task<RequestSummary?> FindAsync(RequestId id, CancellationToken stop)
        => await sight.Of(db.Requests.AsNoTracking()).SingleOrDefaultAsync(r => r.Id == id, stop) is { } request
            ? new RequestSummary(
                request.Id,
                request.Number!,
                request.Unit,
                request.Kind?.ToString().ToLowerInvariant(),
                request.Subject,
                request.CategoryId,
                request.PriorityId,
                request.CustomerId,
                request.OwnerId,
                request.TeamId,
                request.StageCode,
                request.IsOver,
                request.MergedIntoId)
            : null;
}
