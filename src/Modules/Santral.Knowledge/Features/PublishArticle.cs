using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Knowledge.Data;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Features;

/// <summary>What becomes of a draft: readers see it, it is thrown away, or an old version comes back; and an article is taken out of use.</summary>
public static class PublishArticle
{
    private const int LongestComment = 400;

    public sealed record Request(int Version, [StringLength(LongestComment)] string? Comment);

    /// <param name="To">Number of the version that readers shall see again.</param>
    public sealed record BackRequest(int Version, int To, [StringLength(LongestComment)] string? Comment);

    public sealed record VersionOnly(int Version);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var articles = routes.MapGroup("/knowledge/articles/{id}").WithTags("knowledge");
        articles.MapPost("/publish", PublishAsync).RequirePermission(KnowledgePermissions.Write).WithName("PublishArticle").WithSummary("Shows the draft to readers.");
        articles.MapPost("/rollback", RollBackAsync).RequirePermission(KnowledgePermissions.Write).WithName("RollBackArticle").WithSummary("Shows an old version to readers again, as a new one.");
        articles.MapPost("/discard", DiscardAsync).RequirePermission(KnowledgePermissions.Write).WithName("DiscardDraft").WithSummary("Throws the draft away.");
        articles.MapPost("/retire", RetireAsync).RequirePermission(KnowledgePermissions.Write).WithName("RetireArticle").WithSummary("Takes an article out of use.");
        articles.MapPost("/restore", RestoreAsync).RequirePermission(KnowledgePermissions.Write).WithName("RestoreArticle").WithSummary("Takes a retired article into use again.");
        articles.MapDelete("", DeleteAsync).RequirePermission(KnowledgePermissions.Write).WithName("DeleteArticle").WithSummary("Deletes an article that was never published.");
    }

    internal static Task<Results<Ok<DraftCard>, ProblemHttpResult>> PublishAsync(
        ArticleId id, Request body, ChangeArticle change, KnowledgeDb db, ICurrentUser user, TimeProvider clock, CancellationToken stop)
        => change.ApplyAsync(
            id,
            body.Version,
            (article, _) =>
            {
                var version = article.Publish(Typed.Line(body.Comment), user.Id, clock.GetUtcNow());
                db.Versions.Add(version);
                return version.Content;
            },
            stop);

    internal static async Task<Results<Ok<DraftCard>, ProblemHttpResult>> RollBackAsync(
        ArticleId id, BackRequest body, ChangeArticle change, ArticleSaves saves, KnowledgeDb db, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var to = await saves.VersionAsync(id, body.To, stop);
        return await change.ApplyAsync(
            id,
            body.Version,
            (article, _) =>
            {
                var version = article.RollBack(to, Typed.Line(body.Comment), user.Id, clock.GetUtcNow());
                db.Versions.Add(version);
                return version.Content;
            },
            stop);
    }

    internal static Task<Results<Ok<DraftCard>, ProblemHttpResult>> DiscardAsync(
        ArticleId id, VersionOnly body, ChangeArticle change, ICurrentUser user, TimeProvider clock, CancellationToken stop)
        => change.ApplyAsync(
            id,
            body.Version,
            (article, published) =>
            {
                article.Discard(published ?? throw new Refusal("knowledge.never_published"), user.Id, clock.GetUtcNow());
                return published;
            },
            stop);

    internal static async Task<Results<Ok<DraftCard>, ProblemHttpResult>> RetireAsync(
        ArticleId id, VersionOnly body, ChangeArticle change, KnowledgeDb db, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        await RefuseLinkedAsync(id, db, stop);
        return await change.ApplyAsync(
            id,
            body.Version,
            (article, published) =>
            {
                article.Retire(user.Id, clock.GetUtcNow());
                return published;
            },
            stop);
    }

    internal static Task<Results<Ok<DraftCard>, ProblemHttpResult>> RestoreAsync(
        ArticleId id, VersionOnly body, ChangeArticle change, ICurrentUser user, TimeProvider clock, CancellationToken stop)
        => change.ApplyAsync(
            id,
            body.Version,
            (article, published) =>
            {
                article.Restore(user.Id, clock.GetUtcNow());
                return published;
            },
            stop);

    internal static async Task<NoContent> DeleteAsync(ArticleId id, KnowledgeDb db, ArticleSaves saves, Shelf shelf, CancellationToken stop)
    {
        var article = await saves.LoadAsync(id, stop);
        if (article.LastNumber > 0)
        {
            throw new Refusal("knowledge.published_once");
        }

        await RefuseLinkedAsync(id, db, stop);
        db.Articles.Remove(article);
        await db.SaveChangesAsync(stop);
        shelf.Forget();
        return TypedResults.NoContent();
    }

    private static async Task RefuseLinkedAsync(ArticleId id, KnowledgeDb db, CancellationToken stop)
    {
        var by = await db.Links.Where(l => l.ToId == id)
            .Join(db.Articles.Where(a => !a.IsRetired), l => l.FromId, a => a.Id, (_, a) => a.Title).OrderBy(t => t).FirstOrDefaultAsync(stop);
        if (by is not null)
        {
            throw new Refusal("knowledge.still_linked", RefusalKind.State, ("title", by));
        }
    }
}
