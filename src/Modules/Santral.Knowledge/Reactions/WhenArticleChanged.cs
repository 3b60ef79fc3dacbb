using Santral.Contracts.Live;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Reactions;

/// <summary>What open screens are told: which article is different. It reaches everybody who is signed in, so it names no request.</summary>
public sealed record KnowledgeNews(Guid ArticleId, string Change)
{
    public const string Topic = "knowledge";
}

/// <summary>A changed article reaches the screens that show it.</summary>
internal sealed class WhenArticleChanged(ILiveNews news) : IReactTo<ArticleChanged>
{
    public Task ReactAsync(ArticleChanged fact, CancellationToken stop)
    {
        news.ToAll(KnowledgeNews.Topic, new KnowledgeNews(fact.ArticleId, fact.Change));
        return Task.CompletedTask;
    }
}

/// <summary>A used article reaches the screens that show it or the request it was used in.</summary>
internal sealed class WhenArticleUsed(ILiveNews news) : IReactTo<ArticleUsed>
{
    public Task ReactAsync(ArticleUsed fact, CancellationToken stop)
    {
        news.ToAll(KnowledgeNews.Topic, new KnowledgeNews(fact.ArticleId, "used"));
        return Task.CompletedTask;
    }
}
