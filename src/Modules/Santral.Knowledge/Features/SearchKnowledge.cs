using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Knowledge.Data;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Features;

/// <summary>Searches the knowledge base and remembers what was asked, for which request, and how much was found (M-06).</summary>
public static class SearchKnowledge
{
    private const double Enough = 0.5;
    private const int Most = 20;

    /// <param name="CategoryId">Articles of this category, above or below it come first.</param>
    /// <param name="OnlyCategory">No other articles than those.</param>
    /// <param name="SearchId">The search these words continue while they are typed.</param>
    public sealed record Request(
        [StringLength(SearchDone.LongestWords, MinimumLength = 1)] string Words,
        RequestId? RequestId,
        [StringLength(40)] string? Unit,
        DefinitionId? CategoryId,
        Guid? SearchId,
        bool OnlyCategory = false);

    public sealed record Response(Guid SearchId, IReadOnlyList<Hit> Hits);

    /// <param name="Relevance">0 to 100.</param>
    /// <param name="Words">Folded words of the question that the article says.</param>
    /// <param name="Excerpt">The beginning of what it says.</param>
    public sealed record Hit(ArticleRow Article, int Relevance, IReadOnlyList<string> Words, bool OfCategory, string Excerpt);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/knowledge/searches", HandleAsync)
        .RequirePermission(KnowledgePermissions.Read)
        .WithName("SearchKnowledge")
        .WithTags("knowledge")
        .WithSummary("Searches published articles; the search is kept with the request it was made for.");

    internal static async Task<Ok<Response>> HandleAsync(
        Request body, KnowledgeDb db, Shelf shelf, NearCategory near, RequestsSeen requests, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var words = Typed.Line(body.Words) ?? throw new Refusal("knowledge.words_needed", RefusalKind.Invalid);
        var now = clock.GetUtcNow();
        var request = body.RequestId is { } id ? await requests.OrRefuseAsync(id, stop) : null;
        var unit = body.Unit ?? request?.Unit;
        var wanted = near.Of(body.CategoryId ?? request?.CategoryId);
        var hits = (await shelf.ReadAsync(stop)).Search(words, Enough)
            .Where(f => f.Book.Content.Scope.IsOpenAt(now) && f.Book.Content.Scope.IsFor(unit))
            .Select(f => (f.Book, f.Hit, OfCategory: f.Book.Content.Scope.Categories.Any(wanted.Contains)))
            .Where(f => !body.OnlyCategory || f.OfCategory)
            .OrderByDescending(f => f.Hit.Relevance + (f.OfCategory ? 0.15 : 0)).ThenBy(f => f.Book.Id.Value)
            .Take(Most)
            .Select(f => new Hit(
                ArticleRow.Of(f.Book, user.Language, now), (int)Math.Round(100 * Math.Min(1, f.Hit.Relevance)), f.Hit.Words, f.OfCategory, Excerpt.Of(f.Book, user.Language)))
            .ToList();
        return TypedResults.Ok(new Response(await KeepAsync(body, words, hits.Count, unit, db, user, clock, stop), hits));
    }

    private static async Task<Guid> KeepAsync(
        Request body, string words, int found, string? unit, KnowledgeDb db, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var before = body.SearchId is { } id ? await db.Searches.SingleOrDefaultAsync(s => s.Id == id, stop) : null;
        var isSame = before is not null && before.IsContinuedBy(user.Id, body.RequestId, now) && !await db.Readings.AnyAsync(r => r.SearchId == before.Id, stop);
        var search = isSame ? before! : SearchDone.Make(Guid.CreateVersion7(now), words, found, unit, body.RequestId, user.Id, now);
        search.Say(words, found);
        if (!isSame)
        {
            db.Searches.Add(search);
        }

        await db.SaveChangesAsync(stop);
        return search.Id;
    }
}

/// <summary>The first words of an article, for lists.</summary>
internal static class Excerpt
{
    private const int Length = 140;

    public static string Of(Book book, string language)
    {
        var (_, text) = book.Content.Read(language, book.MainLanguage);
        var words = SafeHtml.Plain(text.Body).Replace('\n', ' ');
        if (words.Length == 0 && book.Content.Steps is [var first, ..])
        {
            words = text.Part(first.Key);
        }

        return words.Length <= Length ? words : $"{words[..(Length - 1)].TrimEnd()}…";
    }
}

/// <summary>The categories an article may name to be about a chosen one: it, what is above it and what is below it.</summary>
internal sealed class NearCategory(IKnowDefinitions definitions)
{
    public HashSet<DefinitionId> Of(DefinitionId? category)
        => category is { } chosen ? [.. definitions.PathOf(chosen).Select(d => d.Id), .. definitions.Below(chosen)] : [];
}

/// <summary>The request something is done for; it must be there and be seen by who asks.</summary>
internal sealed class RequestsSeen(IFindRequest requests)
{
    public async Task<RequestSummary> OrRefuseAsync(RequestId id, CancellationToken stop)
        => await requests.FindAsync(id, stop) ?? throw new Refusal("knowledge.request_unknown", RefusalKind.Unknown);
}
