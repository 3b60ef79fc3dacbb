using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Knowledge.Data;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Features;

/// <summary>The tree: folders and the articles in them; writers see drafts and retired ones too.</summary>
public static class ListArticles
{
    /// <param name="OwnUnits">Those the reader works for: what is written for them is what he looks for first.</param>
    public sealed record Response(IReadOnlyList<Folder> Folders, IReadOnlyList<Leaf> Articles, IReadOnlyList<string> OwnUnits);

    public sealed record Folder(DefinitionId Id, Names Names, string? Unit);

    /// <param name="HasDraft">Something is written that is not published; always false for readers.</param>
    /// <param name="IsOpen">Published and within its dates.</param>
    public sealed record Leaf(
        ArticleId Id,
        ArticleKind Kind,
        DefinitionId? FolderId,
        string Title,
        string Language,
        bool IsFallback,
        bool IsOutdated,
        bool IsPublished,
        bool HasDraft,
        bool IsOpen,
        bool IsRetired,
        DateTimeOffset? From,
        DateTimeOffset? Until,
        IReadOnlyList<string> Units,
        IReadOnlyList<DefinitionId> Categories);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/knowledge/tree", HandleAsync)
        .RequirePermission(KnowledgePermissions.Read)
        .WithName("ListArticles")
        .WithTags("knowledge")
        .WithSummary("Folders and articles; filtered by business unit and by category with everything below it.");

    internal static async Task<Ok<Response>> HandleAsync(
        KnowledgeDb db,
        Shelf shelf,
        IKnowDefinitions definitions,
        IKnowTeams teams,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken stop,
        string? unit = null,
        DefinitionId? category = null,
        bool asReader = false)
    {
        var now = clock.GetUtcNow();
        var language = user.Language;
        var books = await shelf.ReadAsync(stop);
        List<Leaf> leaves = user.Has(KnowledgePermissions.Write) && !asReader
            ? (await db.Articles.AsNoTracking().ToListAsync(stop)).ConvertAll(a => Written(a, books.Find(a.Id), language, now))
            : [.. books.All.Where(b => b.Content.Scope.IsOpenAt(now)).Select(b => Read(b, language, now))];
        var wanted = category is { } chosen ? definitions.Below(chosen).Concat(definitions.PathOf(chosen).Select(d => d.Id)).ToHashSet() : null;
        var shown = leaves
            .Where(l => unit is null || l.Units.Count == 0 || l.Units.Contains(unit))
            .Where(l => wanted is null || l.Categories.Count == 0 || l.Categories.Any(wanted.Contains))
            .OrderBy(l => Folded.Of(l.Title), StringComparer.Ordinal).ThenBy(l => l.Id.Value);
        var folders = definitions.All(KnowledgeFolders.Table).Where(f => f.IsActive && (unit is null || f.Unit is null || f.Unit == unit));
        return TypedResults.Ok(new Response([.. folders.Select(f => new Folder(f.Id, f.Names, f.Unit))], [.. shown], [.. teams.Of(user.IdOrRefuse()).Select(t => t.Unit).Distinct()]));
    }

    private static Leaf Read(Book book, string language, DateTimeOffset now)
    {
        var row = ArticleRow.Of(book, language, now);
        var scope = book.Content.Scope;
        return new Leaf(
            book.Id, book.Kind, book.FolderId, row.Title, row.Language, row.IsFallback, row.IsOutdated, true, false, true, false,
            scope.From, scope.Until, scope.Units, scope.Categories);
    }

    private static Leaf Written(Article article, Book? published, string language, DateTimeOffset now)
    {
        var (found, text) = article.Draft.Read(language, article.MainLanguage);
        var scope = (published?.Content ?? article.Draft).Scope;
        return new Leaf(
            article.Id, article.Kind, article.FolderId, text.Title, found, found != language,
            article.IsOutdated || (article.ReviewOn is { } day && day < DateOnly.FromDateTime(now.UtcDateTime)),
            published is not null, article.HasDraft, published is not null && scope.IsOpenAt(now), article.IsRetired,
            scope.From, scope.Until, scope.Units, scope.Categories);
    }
}
