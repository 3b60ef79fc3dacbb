using Santral.Contracts.Live;
using Santral.Definitions.Data;

namespace Santral.Definitions.Reactions;

/// <summary>What open forms are told: which table; they ask for what is offered again.</summary>
public sealed record DefinitionNews(string Table)
{
    public const string Topic = "definitions";
}

/// <summary>A change of definitions reaches the memory of this process, if another one made it, and the screens.</summary>
internal sealed class WhenDefinitionsChanged(DefinitionBook book, ILiveNews news) : IReactTo<DefinitionsChanged>
{
    public async Task ReactAsync(DefinitionsChanged fact, CancellationToken stop)
    {
        await book.ReadAsync(stop);
        news.ToAll(DefinitionNews.Topic, new DefinitionNews(fact.Table));
    }
}
