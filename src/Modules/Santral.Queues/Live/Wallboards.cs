using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Identity;
using Santral.Contracts.Live;
using Santral.Queues.Features;

namespace Santral.Queues.Live;

/// <summary>Who has a wallboard open, told whenever something moves: each the teams he may see, topic `wallboard`.</summary>
public sealed class Wallboards(WallboardReader reader, TeamBook teams, IServiceProvider services, TimeProvider clock)
{
    public const string Topic = "wallboard";

    /// <summary>An open board reads itself again more often than that.</summary>
    public static readonly TimeSpan WatchedFor = TimeSpan.FromSeconds(90);

    private readonly ConcurrentDictionary<UserId, DateTimeOffset> _watching = new();

    internal void Watches(UserId user) => _watching[user] = clock.GetUtcNow();

    internal void Tell(ILiveNews news)
    {
        var now = clock.GetUtcNow();
        var drawn = new Dictionary<string, Wallboard>(StringComparer.Ordinal);
        foreach (var (user, since) in _watching)
        {
            if (since + WatchedFor < now || services.GetService<IKnowPeople>()?.Find(user) is not { IsActive: true } person || !person.Permissions.Contains(QueuesPermissions.Watch))
            {
                _watching.TryRemove(user, out _);
                continue;
            }

            var seen = TeamSight.Of(teams, user, person.Permissions.Contains(OrganisationRights.AllUnits));
            var key = string.Join(' ', seen.Select(t => t.Code));
            if (!drawn.TryGetValue(key, out var board))
            {
                drawn[key] = board = reader.Read(seen);
            }

            news.ToUser(user, Topic, board);
        }
    }
}
