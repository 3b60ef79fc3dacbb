using Microsoft.EntityFrameworkCore;
using Santral.Workplace.Domain;

namespace Santral.Workplace.Data;

/// <summary>Announcements by their text.</summary>
internal sealed class NameAnnouncements(WorkplaceDb db) : INameRecords
{
    public async Task NameAsync(RecordNames names, CancellationToken stop)
    {
        var ids = names.UnnamedAs<AnnouncementId>();
        foreach (var announcement in await db.Announcements.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Text }).ToListAsync(stop))
        {
            names.Name(announcement.Id.Value, announcement.Text);
        }
    }
}
