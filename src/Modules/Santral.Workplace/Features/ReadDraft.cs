using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Live;
using Santral.Workplace.Data;
using Santral.Workplace.Domain;

namespace Santral.Workplace.Features;

/// <summary>Gives back what was typed and not yet saved, and forgets it when it is saved; nobody else's.</summary>
internal static class ReadDraft
{
    public sealed record OlderText(Guid Id, string Body, int? BaseVersion, DateTimeOffset SavedAt);

    /// <param name="Body">Null when there is nothing but older texts.</param>
    public sealed record DraftCard(
        string Key, string? Body, int? BaseVersion, int Version, string Device, DateTimeOffset? SavedAt, IReadOnlyList<OlderText> Older);

    public sealed record DraftRow(string Key, DateTimeOffset SavedAt);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/drafts", ListAsync)
            .RequirePerson().WithName("ListDrafts").WithTags("workplace").WithSummary("Which of one's forms have something unsaved.");
        routes.MapGet("/drafts/{key}", HandleAsync)
            .RequirePerson().WithName("ReadDraft").WithTags("workplace").WithSummary("What was typed and not yet saved, with texts set aside.");
        routes.MapDelete("/drafts/{key}", DropAsync)
            .RequirePerson().WithName("DropDraft").WithTags("workplace").WithSummary("Forgets a draft that was saved or thrown away.");
        routes.MapDelete("/drafts/{key}/older/{id}", DropOlderAsync)
            .RequirePerson().WithName("DropOlderDraft").WithTags("workplace").WithSummary("Forgets a text that was set aside.");
    }

    internal static async Task<Ok<List<DraftRow>>> ListAsync(
        WorkplaceDb db, ICurrentUser user, CancellationToken stop, [StringLength(Draft.LongestKey)] string? under = null)
    {
        var me = user.IdOrRefuse();
        var mine = db.Drafts.AsNoTracking().Where(d => d.UserId == me);
        if (under is not null)
        {
            mine = mine.Where(d => d.Key.StartsWith(under));
        }

        return TypedResults.Ok(await mine.OrderByDescending(d => d.SavedAt).Take(1000).Select(d => new DraftRow(d.Key, d.SavedAt)).ToListAsync(stop));
    }

    internal static async Task<Results<Ok<DraftCard>, NoContent>> HandleAsync(string key, WorkplaceDb db, ICurrentUser user, CancellationToken stop)
    {
        Draft.CheckKey(key);
        var me = user.IdOrRefuse();
        var draft = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.UserId == me && d.Key == key, stop);
        var older = await db.OlderDrafts.AsNoTracking().Where(o => o.UserId == me && o.Key == key)
            .OrderByDescending(o => o.SetAsideAt).Select(o => new OlderText(o.Id, o.Body, o.BaseVersion, o.SavedAt)).ToListAsync(stop);
        return draft is null && older.Count == 0
            ? TypedResults.NoContent()
            : TypedResults.Ok(new DraftCard(key, draft?.Body, draft?.BaseVersion, draft?.Version ?? 0, draft?.Device ?? "", draft?.SavedAt, older));
    }

    /// <param name="version">The version that was saved; a newer one typed elsewhere is set aside instead of lost.</param>
    internal static async Task<NoContent> DropAsync(
        string key, WorkplaceDb db, ILiveNews live, ICurrentUser user, TimeProvider clock, CancellationToken stop, int? version = null, [StringLength(Draft.LongestDevice)] string? device = null)
    {
        Draft.CheckKey(key);
        var me = user.IdOrRefuse();
        var dropped = false;
        await db.InTransactionAsync(
            async () =>
            {
                if (await db.Drafts.SingleOrDefaultAsync(d => d.UserId == me && d.Key == key, stop) is not { } draft)
                {
                    return;
                }

                // A page's own later text was saved with it; only another device's is unseen.
                if (version is { } seen && seen < draft.Version && draft.Device != device)
                {
                    await KeepDraft.SetAsideAsync(db, draft.SetAside(clock.GetUtcNow()), stop);
                }

                db.Drafts.Remove(draft);
                await db.SaveChangesAsync(stop);
                dropped = true;
            },
            stop);
        if (dropped)
        {
            live.ToUser(me, DraftNews.Topic, new DraftNews(key, 0, device ?? ""));
        }

        return TypedResults.NoContent();
    }

    internal static async Task<NoContent> DropOlderAsync(string key, Guid id, WorkplaceDb db, ICurrentUser user, CancellationToken stop)
    {
        var me = user.IdOrRefuse();
        await db.InTransactionAsync(() => db.OlderDrafts.Where(o => o.UserId == me && o.Key == key && o.Id == id).ExecuteDeleteAsync(stop), stop);
        return TypedResults.NoContent();
    }
}
