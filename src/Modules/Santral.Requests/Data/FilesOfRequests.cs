using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Files;
using Santral.Requests.Features;

namespace Santral.Requests.Data;

/// <summary>Files of requests are read by whoever sees the request.</summary>
internal sealed class FilesOfRequests(RequestsDb db, Sight sight, ICurrentUser user) : IHoldFiles
{
    public async Task<IReadOnlySet<FileId>> HeldAsync(IReadOnlyCollection<FileId> ids, CancellationToken stop)
        => (await db.Files.Where(f => ids.Contains(f.FileId) && f.RemovedAt == null).Select(f => f.FileId).ToListAsync(stop)).ToHashSet();

    public async Task<bool> MayReadAsync(FileId id, CancellationToken stop)
        => user.Has(RequestsPermissions.Read)
            && await sight.Of(db.Requests).AnyAsync(r => db.Files.Any(f => f.RequestId == r.Id && f.FileId == id && f.RemovedAt == null), stop);
}
