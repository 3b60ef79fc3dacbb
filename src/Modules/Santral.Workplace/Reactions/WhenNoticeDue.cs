using Microsoft.EntityFrameworkCore;
using Santral.Workplace.Data;
using Santral.Workplace.Domain;

namespace Santral.Workplace.Reactions;

/// <summary>Everybody concerned gets a notice, except who did it, and each only once for the same key.</summary>
internal sealed class WhenNoticeDue(WorkplaceDb db, IKnowPeople people, TimeProvider clock) : IReactTo<NoticeDue>
{
    public async Task ReactAsync(NoticeDue fact, CancellationToken stop)
    {
        var to = fact.To.Distinct().Where(u => u != fact.By && people.Find(u) is { IsActive: true }).ToList();
        var told = await db.Notices.Where(n => n.Key == fact.Key && to.Contains(n.UserId)).Select(n => n.UserId).ToListAsync(stop);
        var fresh = to.Except(told).ToList();
        var unread = await db.Notices
            .Where(n => fresh.Contains(n.UserId) && n.Path == fact.Path && n.Kind == fact.Kind && n.ReadAt == null && n.FoldedInto == null)
            .ToListAsync(stop);
        foreach (var user in fresh)
        {
            var notice = Notice.Tell(Id.New<NoticeId>(clock), user, fact);
            // Announcements lead nowhere, so nothing says that they are about the same.
            if (fact.Path.Length > 0)
            {
                notice.StandFor([.. unread.Where(n => n.UserId == user)]);
            }

            db.Notices.Add(notice);
        }
    }
}
