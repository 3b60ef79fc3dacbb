namespace Santral.Requests.Reactions;

/// <summary>A new request appears in the open lists.</summary>
internal sealed class WhenRequestOpened(RequestNewsDesk news) : IReactTo<RequestOpened>
{
    public Task ReactAsync(RequestOpened fact, CancellationToken stop)
    {
        news.Tell(fact.Unit, fact.By is { } by ? [by] : [], new RequestNews(fact.RequestId, fact.Number, "opened"));
        return Task.CompletedTask;
    }
}
