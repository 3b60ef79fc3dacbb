using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Workplace.Data;
using Santral.Workplace.Domain;
using Santral.Workplace.Live;

namespace Santral.Workplace.Features;

/// <summary>What one is to know, newest first; nobody else's.</summary>
internal static class ListNotices
{
    private const int MostOfOneInstant = 50;

    /// <param name="TextKey">Text of i18n with the values of <paramref name="Args"/>.</param>
    /// <param name="Path">Where it leads in the web app; empty when nowhere.</param>
    /// <param name="By">Who caused it; null for the system.</param>
    /// <param name="Count">How many unread ones about the same record it stands for.</param>
    public sealed record NoticeRow(
        NoticeId Id,
        NoticeKind Kind,
        string TextKey,
        IReadOnlyDictionary<string, string> Args,
        string Path,
        NoticeAuthor? By,
        DateTimeOffset At,
        bool IsRead,
        int Count);

    public sealed record NoticeAuthor(UserId Id, string Name);

    /// <param name="Unread">Of all, not only of this part.</param>
    public sealed record NoticePage(IReadOnlyList<NoticeRow> Items, string? Next, int Unread);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/notices", HandleAsync)
            .RequirePerson().WithName("ListNotices").WithTags("workplace").WithSummary("One's own notices, newest first.");
        routes.MapGet("/notices/unread", CountAsync)
            .RequirePerson().WithName("CountNotices").WithTags("workplace").WithSummary("How many notices one has not read.");
    }

    internal static async Task<Ok<NoticePage>> HandleAsync(
        WorkplaceDb db,
        IKnowPeople people,
        ICurrentUser user,
        CancellationToken stop,
        bool unread = false,
        bool announced = false,
        [StringLength(400)] string? after = null,
        [Range(1, 100)] int take = 30)
    {
        var me = user.IdOrRefuse();
        var mine = db.Notices.AsNoTracking().Where(n => n.UserId == me && n.FoldedInto == null);
        if (unread)
        {
            mine = mine.Where(n => n.ReadAt == null);
        }

        if (announced)
        {
            mine = mine.Where(n => n.TextKey == Announcement.TextKey || n.TextKey == Announcement.WarningKey);
        }

        var rows = await AfterAsync(mine, after, take + 1, stop);
        var page = rows.Take(take).ToList();
        return TypedResults.Ok(new NoticePage(
            [.. page.Select(n => new NoticeRow(n.Id, n.Kind, n.TextKey, n.Args, n.Path, Author(n.By), n.At, n.ReadAt is not null, n.Count))],
            rows.Count > take ? Cursor.Write(page[^1].At.UtcTicks.ToString(CultureInfo.InvariantCulture), page[^1].Id.ToString()) : null,
            await NoticeNews.UnreadAsync(db, me, stop)));

        NoticeAuthor? Author(UserId? by) => by is { } id ? new NoticeAuthor(id, people.Find(id)?.DisplayName ?? "?") : null;
    }

    internal static async Task<Ok<UnreadNotices>> CountAsync(WorkplaceDb db, ICurrentUser user, CancellationToken stop)
        => TypedResults.Ok(new UnreadNotices(await NoticeNews.UnreadAsync(db, user.IdOrRefuse(), stop)));

    private static async Task<List<Notice>> AfterAsync(IQueryable<Notice> notices, string? cursor, int take, CancellationToken stop)
    {
        if (Cursor.Read(cursor, 2) is not [var ticks, var key])
        {
            return await Newest(notices).Take(take).ToListAsync(stop);
        }

        if (!long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var position) || position > DateTime.MaxValue.Ticks
            || !NoticeId.TryParse(key, CultureInfo.InvariantCulture, out var id))
        {
            throw new Refusal("request.cursor_invalid", RefusalKind.Invalid);
        }

        // An identity has no order of its own in a query: the few told in the same instant are passed over here.
        var at = new DateTimeOffset(position, TimeSpan.Zero);
        var rows = await Newest(notices.Where(n => n.At <= at)).Take(take + MostOfOneInstant).ToListAsync(stop);
        var last = rows.FindIndex(n => n.Id == id);
        return [.. rows.Skip(last + 1).Where(n => last >= 0 || n.At < at).Take(take)];
    }

    private static IQueryable<Notice> Newest(IQueryable<Notice> notices) => notices.OrderByDescending(n => n.At).ThenByDescending(n => n.Id);
}
