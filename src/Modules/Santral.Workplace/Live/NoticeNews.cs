using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Live;
using Santral.Workplace.Data;

namespace Santral.Workplace.Live;

/// <summary>What the bell is told: how many notices wait; the list is read when it is open.</summary>
public sealed record UnreadNotices(int Unread);

/// <summary>Tells a person's open screens how many notices wait for him.</summary>
internal sealed class NoticeNews(ILiveNews live)
{
    public const string Topic = "notices";

    public static Task<int> UnreadAsync(WorkplaceDb db, UserId user, CancellationToken stop)
        => db.Notices.CountAsync(n => n.UserId == user && n.ReadAt == null && n.FoldedInto == null, stop);

    public async Task TellAsync(WorkplaceDb db, UserId user, CancellationToken stop)
        => live.ToUser(user, Topic, new UnreadNotices(await UnreadAsync(db, user, stop)));
}
