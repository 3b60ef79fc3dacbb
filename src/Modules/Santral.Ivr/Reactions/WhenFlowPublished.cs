using Santral.Contracts.Ivr;
using Santral.Contracts.Live;
using Santral.Ivr.Data;
using Santral.Ivr.Flows;

namespace Santral.Ivr.Reactions;

/// <summary>What open screens are told: whose flow changed; they read it again if they show it.</summary>
public sealed record FlowNews(string Flow, int Version)
{
    public const string Topic = "ivr";
}

/// <summary>A new revision reaches the memory of this process, if another one published it, and the screens.</summary>
internal sealed class WhenFlowPublished(FlowLibrary library, IvrDb db, ILiveNews news) : IReactTo<FlowPublished>
{
    public async Task ReactAsync(FlowPublished fact, CancellationToken stop)
    {
        await library.LoadAsync(db, stop);
        news.ToAll(FlowNews.Topic, new FlowNews(fact.Flow, fact.Revision));
    }
}
