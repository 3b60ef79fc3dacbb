using Santral.Contracts.Requests;

namespace Santral.Contracts.Knowledge;

/// <summary>What the knowledge base knows about a request: whether the duty to search is met (M-06), what was used (M-07).</summary>
public interface IKnowArticles
{
    /// <summary>True when the unit asks for a search before closing and none was made for this request.</summary>
    Task<bool> OwesSearchAsync(RequestId request, string unit, CancellationToken stop);

    Task<IReadOnlyList<UsedArticle>> UsedInAsync(RequestId request, CancellationToken stop);
}

public sealed record UsedArticle(Guid ArticleId, string Title, UserId? By, DateTimeOffset At);
