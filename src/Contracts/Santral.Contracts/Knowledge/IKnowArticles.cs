using Santral.Contracts.Requests;

namespace Santral.Contracts.Knowledge;

/// <summary>What the knowledge base knows about a request: whether the duty to search is met (M-06), what was used (M-07).</summary>
public interface IKnowArticles
{
    /// <summary>
    /// True when the unit asks for a search before closing and the knowledge base was not asked for this request: neither searched nor an article of it used.
    /// The refusal of the one who closes is `knowledge.search_needed` (<see cref="RefusalKind.State"/>).
    /// </summary>
    Task<bool> OwesSearchAsync(RequestId request, string unit, CancellationToken stop);

    /// <summary>Oldest first.</summary>
    Task<IReadOnlyList<UsedArticle>> UsedInAsync(RequestId request, CancellationToken stop);
}

/// <param name="Title">As it was called then.</param>
/// <param name="Result">How its script ended: `solved`, `unsolved`, `passOn`; null without one.</param>
public sealed record UsedArticle(Guid ArticleId, string Title, UserId? By, DateTimeOffset At, string? Result = null);

/// <summary>An article answered a request: it belongs on the request's timeline.</summary>
/// <param name="Result">As in <see cref="UsedArticle"/>.</param>
[Fact("knowledge.article_used", 1)]
public sealed record ArticleUsed(RequestId RequestId, Guid ArticleId, string Title, string? Result, UserId? By, DateTimeOffset At) : IFact;
