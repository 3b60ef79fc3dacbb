using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Knowledge.Data;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Features;

/// <summary>An article's history: what was published when, by whom, and what two versions say differently.</summary>
public static class ReadVersions
{
    /// <param name="RolledBackTo">The version it brought back.</param>
    public sealed record Row(int Number, DateTimeOffset At, string? By, string? Comment, int? RolledBackTo, bool IsPublished);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var article = routes.MapGroup("/knowledge/articles/{id}").WithTags("knowledge");
        article.MapGet("/versions", ListAsync).RequirePermission(KnowledgePermissions.Write).WithName("ListVersions").WithSummary("Published versions, newest first.");
        article.MapGet("/diff", DiffAsync).RequirePermission(KnowledgePermissions.Write).WithName("DiffVersions")
            .WithSummary("What two versions say differently; without numbers: the published one and the draft.");
    }

    internal static async Task<Ok<IReadOnlyList<Row>>> ListAsync(ArticleId id, KnowledgeDb db, ArticleSaves saves, IKnowPeople people, CancellationToken stop)
    {
        var article = await saves.LoadAsync(id, stop);
        var versions = await db.Versions.AsNoTracking().Where(v => v.ArticleId == id).OrderByDescending(v => v.Number).Take(200)
            .Select(v => new { v.Number, v.At, v.By, v.Comment, v.RolledBackTo }).ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<Row>>([.. versions.Select(v => new Row(
            v.Number, v.At, v.By is { } by ? people.Find(by)?.DisplayName : null, v.Comment, v.RolledBackTo, v.Number == article.PublishedNumber))]);
    }

    internal static async Task<Ok<IReadOnlyList<ContentChange>>> DiffAsync(
        ArticleId id, ArticleSaves saves, CancellationToken stop, int? from = null, int? to = null)
    {
        var article = await saves.LoadAsync(id, stop);
        var before = from is { } earlier ? (await saves.VersionAsync(id, earlier, stop)).Content : (await saves.PublishedAsync(article, stop))?.Content ?? ArticleContent.Empty;
        var after = to is { } later ? (await saves.VersionAsync(id, later, stop)).Content : article.Draft;
        return TypedResults.Ok(ContentDiff.Between(before, after));
    }
}
