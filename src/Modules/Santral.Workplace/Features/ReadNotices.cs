using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Workplace.Data;
using Santral.Workplace.Domain;
using Santral.Workplace.Live;

namespace Santral.Workplace.Features;

/// <summary>Marks notices as read: one, all that were seen, or those about the record that is open now.</summary>
internal static class ReadNotices
{
    /// <param name="Path">Only those that lead here; all when left out.</param>
    /// <param name="Until">Only those told until then, so that one that arrives meanwhile stays unread.</param>
    public sealed record Request([StringLength(Notice.LongestPath)] string? Path = null, DateTimeOffset? Until = null);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/notices/read", ManyAsync)
            .RequirePerson().WithName("ReadNotices").WithTags("workplace").WithSummary("Marks all notices as read, or those of one record.");
        routes.MapPut("/notices/{id}/read", OneAsync)
            .RequirePerson().WithName("ReadNotice").WithTags("workplace").WithSummary("Marks one notice as read.");
        routes.MapDelete("/notices/{id}/read", AgainAsync)
            .RequirePerson().WithName("UnreadNotice").WithTags("workplace").WithSummary("Marks one notice as not yet read.");
    }

    internal static async Task<Ok<UnreadNotices>> ManyAsync(
        Request body, WorkplaceDb db, NoticeNews news, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var me = user.IdOrRefuse();
        var now = clock.GetUtcNow();
        var unread = db.Notices.Where(n => n.UserId == me && n.ReadAt == null);
        if (body.Path is { } path)
        {
            unread = unread.Where(n => n.Path == path);
        }

        if (body.Until is { } until)
        {
            unread = unread.Where(n => n.At <= until);
        }

        var changed = 0;
        await db.InTransactionAsync(async () => changed = await unread.ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), stop), stop);
        if (changed > 0)
        {
            await news.TellAsync(db, me, stop);
        }

        return TypedResults.Ok(new UnreadNotices(await NoticeNews.UnreadAsync(db, me, stop)));
    }

    internal static Task<Ok<UnreadNotices>> OneAsync(
        NoticeId id, WorkplaceDb db, NoticeNews news, ICurrentUser user, TimeProvider clock, CancellationToken stop)
        => ChangeAsync(id, n => n.Read(clock.GetUtcNow()), db, news, user, stop);

    internal static Task<Ok<UnreadNotices>> AgainAsync(NoticeId id, WorkplaceDb db, NoticeNews news, ICurrentUser user, CancellationToken stop)
        => ChangeAsync(id, n => n.Unread(), db, news, user, stop);

    private static async Task<Ok<UnreadNotices>> ChangeAsync(
        NoticeId id, Action<Notice> change, WorkplaceDb db, NoticeNews news, ICurrentUser user, CancellationToken stop)
    {
        var me = user.IdOrRefuse();
        var notice = await db.Notices.SingleOrDefaultAsync(n => n.Id == id && n.UserId == me, stop)
            ?? throw new Refusal("workplace.notice_unknown", RefusalKind.Unknown);
        change(notice);
        await db.SaveChangesAsync(stop);
        await news.TellAsync(db, me, stop);
        return TypedResults.Ok(new UnreadNotices(await NoticeNews.UnreadAsync(db, me, stop)));
    }
}
