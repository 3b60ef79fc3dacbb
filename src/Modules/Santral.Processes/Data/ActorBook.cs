using Santral.Contracts.Identity;
using Santral.Contracts.Queues;

namespace Santral.Processes.Data;

/// <summary>People as the rules see them, made anew only when people or teams have changed.</summary>
internal sealed class ActorBook(IKnowPeople people, IKnowTeams teams) : IKnowActors
{
    private static readonly HashSet<string> Nothing = [];

    private volatile Snapshot? _now;

    public IReadOnlyCollection<Actor> All => Now().ById.Values;

    public Actor Of(UserId? user)
        => user is not { } id ? Actor.System : Now().ById.GetValueOrDefault(id) ?? new Actor(id, "?", new HashSet<TeamId>(), Nothing, Nothing);

    private Snapshot Now()
    {
        var now = _now;

        // Both keep one list for as long as nothing changes.
        if (now is null || !ReferenceEquals(now.People, people.All) || !ReferenceEquals(now.Teams, teams.All))
        {
            var (everybody, all) = (people.All, teams.All);
            now = new Snapshot(everybody, all, everybody.Where(p => p.IsActive).ToDictionary(p => p.Id, ActorOf));
            _now = now;
        }

        return now;
    }

    private Actor ActorOf(Person person)
        => new(person.Id, person.DisplayName, teams.Of(person.Id).Select(t => t.Id).ToHashSet(), person.Roles, person.Permissions) { Language = person.Language };

    private sealed record Snapshot(IReadOnlyList<Person> People, IReadOnlyList<TeamSummary> Teams, Dictionary<UserId, Actor> ById);
}
