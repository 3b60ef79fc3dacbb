using Santral.Contracts.Live;
using Santral.Requests.Domain;

namespace Santral.Requests.Reactions;

/// <summary>What open screens are told: which request, and what kind of change; they read it again if they show it.</summary>
public sealed record RequestNews(RequestId RequestId, string Number, string Change)
{
    public const string Topic = "requests";
}

/// <summary>A change of a request reaches the screens that show it.</summary>
internal sealed class WhenRequestChanged(ILiveNews news) : IReactTo<RequestChanged>
{
    public Task ReactAsync(RequestChanged fact, CancellationToken stop)
    {
        news.ToAll(RequestNews.Topic, new RequestNews(fact.RequestId, fact.Number, fact.Change));
        return Task.CompletedTask;
    }
}
