using Santral.Search.Data;

namespace Santral.Search.Reactions;

/// <summary>The index follows each record.</summary>
internal sealed class WhenFindableChanged(Indexer indexer) : IReactTo<FindableChanged>
{
    public Task ReactAsync(FindableChanged fact, CancellationToken stop) => indexer.FollowAsync(fact.Kind, [fact.Id], stop);
}
