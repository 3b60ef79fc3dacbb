using Santral.Contracts.Live;

namespace Santral.Requests.Reactions;

/// <summary>A new request appears in the open lists.</summary>
internal sealed class WhenRequestOpened(ILiveNews news) : IReactTo<RequestOpened>
{
    public Task ReactAsync(RequestOpened fact, CancellationToken stop)
    {
        news.ToAll(RequestNews.Topic, new RequestNews(fact.RequestId, fact.Number, "opened"));
        return Task.CompletedTask;
    }
}
