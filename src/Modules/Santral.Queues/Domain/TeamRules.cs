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
    bool AcceptsWithoutAgents);
