using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Contracts.Workplace;
using Santral.Requests.Data;

namespace Santral.Requests.Features;

/// <summary>On which requests a person may see who looks and who types: on those he may read.</summary>
internal sealed class ShowRequests(RequestsDb db, IKnowPeople people, ICurrentUser user) : IShowRecord
{
    public string Kind => "request";

    public async Task<IReadOnlySet<Guid>> VisibleAsync(IReadOnlyCollection<Guid> records, CancellationToken stop)
    {
        // As the right stands now: the connection may be older.
        if (user.Id is not { } me || people.Find(me) is not { IsActive: true } person || !person.Permissions.Contains(RequestsPermissions.Read))
        {
            return new HashSet<Guid>();
        }

        var ids = records.Select(RequestId.From).ToList();
        return (await db.Requests.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(stop)).Select(id => id.Value).ToHashSet();
    }
}
