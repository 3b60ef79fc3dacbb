using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Knowledge.Data;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Features;

/// <summary>Articles that may help, while the subject is still being typed: by its words, by the chosen category, by the team that was called.</summary>
public static class SuggestArticles
{
    private const double Enough = 0.3;
    private const double ByCategory = 0.5;
    private const double ByTeam = 0.2;
    private const double Least = 0.22;
    private const int Most = 5;

    public enum Reason
    {
        Category,
        Subject,
        Team,
    }

    /// <param name="Reasons">Why, the strongest first.</param>
    /// <param name="Words">Words of the subject that the article says.</param>
    /// <param name="OpensByItself">A script of exactly this category that is to open at once.</param>
    public sealed record Suggestion(ArticleRow Article, int Relevance, IReadOnlyList<Reason> Reasons, IReadOnlyList<string> Words, bool OpensByItself);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/knowledge/suggestions", HandleAsync)
        .RequirePermission(KnowledgePermissions.Read)
        .WithName("SuggestArticles")
        .WithTags("knowledge")
        .WithSummary("Articles that fit a subject, a category or a team, or a request with its own ones, with the reason; nothing is kept of it.");

    internal static async Task<Ok<IReadOnlyList<Suggestion>>> HandleAsync(
        Shelf shelf,
        IKnowDefinitions definitions,
        RequestsSeen requests,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken stop,
        [StringLength(400)] string? subject = null,
        DefinitionId? category = null,
        [StringLength(40)] string? unit = null,
        TeamId? team = null,
        RequestId? request = null)
    {
        if (request is { } id)
        {
            var known = await requests.OrRefuseAsync(id, stop);
            (category, unit, team) = (category ?? known.CategoryId, unit ?? known.Unit, team ?? known.TeamId);
        }

        var now = clock.GetUtcNow();
        var books = await shelf.ReadAsync(stop);
        var said = books.Search(subject, Enough).ToDictionary(f => f.Book.Id, f => f.Hit);

        // The chosen category and what is above it: an article about all modems is about this modem.
        var path = category is { } chosen ? definitions.PathOf(chosen).Select(d => d.Id).ToList() : [];
        var suggestions = books.All
            .Where(b => b.Content.Scope.IsOpenAt(now) && b.Content.Scope.IsFor(unit))
            .Select(b => Weigh(b, said.GetValueOrDefault(b.Id), subject, path, team, user.Language, now))
            .Where(s => s.Score >= Least)
            .OrderByDescending(s => s.Score).ThenBy(s => s.Suggestion.Article.Id.Value)
            .Take(Most)
            .Select(s => s.Suggestion);
        return TypedResults.Ok<IReadOnlyList<Suggestion>>([.. suggestions]);
    }

    private static (double Score, Suggestion Suggestion) Weigh(
        Book book, WordHit? hit, string? subject, List<DefinitionId> path, TeamId? team, string language, DateTimeOffset now)
    {
        // The nearer the article's category is to the chosen one, the more it says.
        var depth = path.FindLastIndex(book.Content.Scope.Categories.Contains);
        var byCategory = depth < 0 ? 0 : ByCategory * (depth + 1) / path.Count;
        var bySubject = 0.6 * (hit?.Relevance ?? 0);
        var byTeam = team is { } called && book.Content.Scope.Teams.Contains(called) ? ByTeam : 0;
        var reasons = new[] { (Reason.Category, byCategory), (Reason.Subject, bySubject), (Reason.Team, byTeam) }
            .Where(r => r.Item2 > 0).OrderByDescending(r => r.Item2).Select(r => r.Item1);
        var score = byCategory + bySubject + byTeam - (book.IsOutdatedAt(now) ? 0.1 : 0);
        return (score, new Suggestion(
            ArticleRow.Of(book, language, now),
            (int)Math.Round(100 * Math.Min(1, score)),
            [.. reasons],
            Tokens.AsTyped(subject, hit?.Words ?? []),
            book.Kind == ArticleKind.Script && book.Content.Scope.OpensByItself && depth >= 0 && depth == path.Count - 1));
    }
}
