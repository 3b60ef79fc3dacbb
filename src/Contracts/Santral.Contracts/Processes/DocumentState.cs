using Santral.Contracts.Queues;

namespace Santral.Contracts.Processes;

/// <summary>What the rules must know of a document.</summary>
/// <param name="Round">How often it came to an approval; votes of an older round count no more.</param>
/// <param name="RequestedBy">Who brought it to the approval it is in.</param>
/// <param name="Ballots">Of this round.</param>
public sealed record DocumentState(string StageCode, int Round, UserId? OwnerId, TeamId? TeamId, UserId? RequestedBy, IReadOnlyList<Ballot> Ballots);

/// <summary>What one checker decided. A review and a warning are kept too, but do not use up his voice.</summary>
/// <param name="Part">What is approved, when not all is.</param>
public sealed record Ballot(UserId By, Outcome Outcome, string? Comment, string? Part, DateTimeOffset At);

/// <summary>A person as the rules see him; <see cref="Id"/> is null when the system acts.</summary>
public sealed record Actor(
    UserId? Id, string Name, IReadOnlySet<TeamId> Teams, IReadOnlySet<string> Roles, IReadOnlySet<string> Permissions)
{
    /// <summary>`tr`, `sv`, `en`: the language he is told in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Jobs and reactions: they move documents as makers, but never decide for a checker.</summary>
    public static readonly Actor System = new(null, "system", new HashSet<TeamId>(), new HashSet<string>(), new HashSet<string>());

    public bool Has(string permission) => Id is null || Permissions.Contains(permission);
}

/// <summary>Everybody who may sign in now, with teams and roles, from memory.</summary>
public interface IKnowActors
{
    IReadOnlyCollection<Actor> All { get; }

    /// <summary>The system for null; a person without any rights when he is gone.</summary>
    Actor Of(UserId? user);
}

/// <summary>Rights that the rules themselves ask for.</summary>
public static class ProcessRights
{
    /// <summary>Designs processes, and decides where no checker is left.</summary>
    public const string Settings = "processes.settings";
}
