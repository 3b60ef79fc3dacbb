using Santral.Contracts.Live;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Reactions;

/// <summary>What open screens are told: which article or which request's articles are different.</summary>
public sealed record KnowledgeNews(Guid? ArticleId, RequestId? RequestId, string Change)
{
    public const string Topic = "knowledge";
}

/// <summary>A changed article reaches the screens that show it.</summary>
internal sealed class WhenArticleChanged(ILiveNews news) : IReactTo<ArticleChanged>
{
    public Task ReactAsync(ArticleChanged fact, CancellationToken stop)
    {
        news.ToAll(KnowledgeNews.Topic, new KnowledgeNews(fact.ArticleId, null, fact.Change));
        return Task.CompletedTask;
    }
}

/// <summary>A used article reaches the screens that show its request.</summary>
internal sealed class WhenArticleUsed(ILiveNews news) : IReactTo<ArticleUsed>
{
    public Task ReactAsync(ArticleUsed fact, CancellationToken stop)
    {
        news.ToAll(KnowledgeNews.Topic, new KnowledgeNews(fact.ArticleId, fact.RequestId, "used"));
        return Task.CompletedTask;
    }
}
