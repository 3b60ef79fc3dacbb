using Santral.Contracts.Live;
using Santral.Processes.Data;

namespace Santral.Processes.Reactions;

/// <summary>What open screens are told: whose plan changed; they read it again if they show it.</summary>
public sealed record ProcessNews(string Document, string Unit, int Version)
{
    public const string Topic = "processes";
}

/// <summary>A new version reaches the memory of this process, if another one published it, and the screens.</summary>
internal sealed class WhenProcessPublished(ProcessBook book, ILiveNews news) : IReactTo<ProcessPublished>
{
    public async Task ReactAsync(ProcessPublished fact, CancellationToken stop)
    {
        await book.ReadAsync(stop);
        news.ToAll(ProcessNews.Topic, new ProcessNews(fact.Document, fact.Unit, fact.Version));
    }
}
