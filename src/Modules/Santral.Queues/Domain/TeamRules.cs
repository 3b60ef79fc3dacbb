using Santral.Contracts.Queues;

namespace Santral.Queues.Domain;

/// <summary>What the board must know of a team.</summary>
/// <param name="Members">Agent to priority: higher is rung first, then the longest idle.</param>
/// <param name="MaxWait">Zero: no limit.</param>
/// <param name="AcceptsWithoutAgents">Whether callers may wait while nobody of the team is signed in.</param>
public sealed record TeamRules(
    TeamId Id,
    IReadOnlyDictionary<UserId, int> Members,
    TimeSpan RingFor,
    TimeSpan WrapUpFor,
    TimeSpan MaxWait,
    bool AcceptsWithoutAgents)
{
    /// <summary>This team's callers count as having waited so much longer, where its agents serve other teams too.</summary>
    public TimeSpan HeadStart { get; init; }

    /// <summary>Where callers go who have waited <see cref="OverflowAfter"/>, once, and only while somebody is signed in there and it is open.</summary>
    public TeamId? OverflowTo { get; init; }

    public TimeSpan OverflowAfter { get; init; }

    /// <summary>Null: always open.</summary>
    public OpeningHours? Opening { get; init; }

    /// <summary>Whether those who wait at closing time are sent away; otherwise they are still served.</summary>
    public bool EndsAtClosing { get; init; }

    public IReadOnlyDictionary<UserId, Skills> Skills { get; init; } = new Dictionary<UserId, Skills>();

    /// <summary>After this long a caller takes whoever is there, best match first. Zero: he waits for the skill.</summary>
    public TimeSpan RelaxSkillsAfter { get; init; }

    /// <summary>How long the place of a caller who was cut off is kept.</summary>
    public TimeSpan KeepPlaceFor { get; init; } = OldPlaces.KeptFor;

    public bool IsOpen(DateTimeOffset at) => Opening?.IsOpen(at) ?? true;
}
