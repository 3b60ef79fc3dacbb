using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Live;
using Santral.Workplace.Data;
using Santral.Workplace.Domain;

namespace Santral.Workplace.Features;

/// <summary>Keeps what is being typed, so that it comes back after a crash, on another device, in another browser.</summary>
internal static class KeepDraft
{
    private const int MostDrafts = 1000;
    private const int MostOlder = 10;

    /// <summary>A person has few devices: whoever loses that often is not typing.</summary>
    private const int MostCollisions = 16;

    /// <param name="Body">Whatever the form needs to show it again; only the form reads it.</param>
    /// <param name="Device">The open page, by a name it made up for itself.</param>
    /// <param name="Edit">The page's own count of savings of this draft.</param>
    /// <param name="KnownVersion">The version the page had before; 0 when it knew of none.</param>
    /// <param name="BaseVersion">Version of the record it is typed over.</param>
    public sealed record Request(
        [property: Required(AllowEmptyStrings = true)] string Body,
        [property: Required, StringLength(Draft.LongestDevice, MinimumLength = 1)] string Device,
        [property: Range(0, int.MaxValue)] int Edit,
        [property: Range(0, int.MaxValue)] int KnownVersion,
        int? BaseVersion = null);

    /// <param name="SetAside">There when another device's text was replaced: it is kept under this id.</param>
    public sealed record Response(int Version, DateTimeOffset SavedAt, Guid? SetAside);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/drafts/{key}", HandleAsync)
        .RequirePerson()
        .WithName("KeepDraft")
        .WithTags("workplace")
        .WithSummary("Keeps what is being typed; the newer text wins, one that would be lost is set aside.")
        // Of JSON, in which a letter may take six signs; the measure of the text itself is the domain's.
        .WithMetadata(new RequestSizeLimitAttribute(2 * 1024 * 1024));

    internal static async Task<Ok<Response>> HandleAsync(
        string key, Request body, WorkplaceDb db, ILiveNews live, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        Draft.CheckKey(key);
        var me = user.IdOrRefuse();
        // PostgreSQL stores no NUL.
        var text = body.Body.Replace("\0", "", StringComparison.Ordinal);
        var typing = new Typing(text, body.BaseVersion, body.Device.Replace("\0", "", StringComparison.Ordinal), body.Edit, body.KnownVersion);
        var kept = await SaveAfterOthersAsync(db, me, key, typing, clock, stop);
        if (kept.IsNew)
        {
            live.ToUser(me, DraftNews.Topic, new DraftNews(key, kept.Draft.Version, kept.Draft.Device));
        }

        return TypedResults.Ok(new Response(kept.Draft.Version, kept.Draft.SavedAt, kept.Older?.Id));
    }

    /// <summary>Of devices that save in the same instant each later one finds the text of the one before and sets it aside.</summary>
    private static async Task<Kept> SaveAfterOthersAsync(WorkplaceDb db, UserId me, string key, Typing typing, TimeProvider clock, CancellationToken stop)
    {
        for (var collisions = 0; ; collisions++)
        {
            try
            {
                return await SaveAsync(db, me, key, typing, clock.GetUtcNow(), stop);
            }
            catch (Exception collision) when (collisions < MostCollisions && (collision is DbUpdateException or Refusal { Kind: RefusalKind.Stale }))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private static async Task<Kept> SaveAsync(WorkplaceDb db, UserId me, string key, Typing typing, DateTimeOffset now, CancellationToken stop)
    {
        Kept kept = null!;
        await db.InTransactionAsync(
            async () =>
            {
                var draft = await db.Drafts.SingleOrDefaultAsync(d => d.UserId == me && d.Key == key, stop);
                if (draft is null)
                {
                    draft = await BeginAsync(db, me, key, typing, now, stop);
                    kept = new Kept(draft, null, IsNew: true);
                }
                else if (draft.IsLate(typing))
                {
                    kept = new Kept(draft, null, IsNew: false);
                }
                else
                {
                    var older = draft.Replace(typing, now);
                    await SetAsideAsync(db, older, stop);
                    kept = new Kept(draft, older, IsNew: true);
                }

                await db.SaveChangesAsync(stop);
            },
            stop);
        return kept;
    }

    private static async Task<Draft> BeginAsync(WorkplaceDb db, UserId me, string key, Typing typing, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.Drafts.CountAsync(d => d.UserId == me, stop) >= MostDrafts)
        {
            throw new Refusal("workplace.drafts_full", RefusalKind.State, ("max", MostDrafts));
        }

        var draft = Draft.Begin(me, key, typing, now);
        db.Drafts.Add(draft);
        return draft;
    }

    internal static async Task SetAsideAsync(WorkplaceDb db, OlderDraft? older, CancellationToken stop)
    {
        if (older is null)
        {
            return;
        }

        var surplus = await db.OlderDrafts.Where(o => o.UserId == older.UserId && o.Key == older.Key)
            .OrderByDescending(o => o.SetAsideAt).Skip(MostOlder - 1).ToListAsync(stop);
        db.OlderDrafts.RemoveRange(surplus);
        db.OlderDrafts.Add(older);
    }

    private sealed record Kept(Draft Draft, OlderDraft? Older, bool IsNew);
}

/// <summary>A draft was kept or dropped by one of the person's pages; the others read it if they show it.</summary>
/// <param name="Version">0 when it is gone.</param>
public sealed record DraftNews(string Key, int Version, string Device)
{
    public const string Topic = "drafts";
}
