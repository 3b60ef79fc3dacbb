using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Contracts.Workplace;
using Santral.Requests.Data;

namespace Santral.Requests.Features;

/// <summary>On which requests a person may see who looks and who types: on those he may read.</summary>
internal sealed class ShowRequests(RequestsDb db, IKnowPeople people, IKnowTeams teams, ICurrentUser user) : IShowRecord
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
        var found = await db.Requests.AsNoTracking()
            .Where(r => ids.Contains(r.Id))
            .Select(r => new { r.Id, r.Unit, IsOwn = r.OwnerId == me || r.OpenedBy == me || r.Watchers.Any(w => w.UserId == me) })
            .ToListAsync(stop);
        return found.Where(r => r.IsOwn || Sight.SeesUnit(person, r.Unit, teams)).Select(r => r.Id.Value).ToHashSet();
    }
}
