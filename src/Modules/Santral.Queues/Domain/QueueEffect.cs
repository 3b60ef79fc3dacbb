using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Queues.Domain;

/// <summary>What the board wants done; the driver does it in order.</summary>
public abstract record QueueEffect
{
    public sealed record Offer(CallId Call, UserId Agent, TeamId Team, TimeSpan RingFor, TimeSpan Waited) : QueueEffect;

    /// <summary>The caller will not be served: <see cref="QueueOutcome.TimedOut"/> or <see cref="QueueOutcome.NoAgents"/>.</summary>
    public sealed record Dismiss(CallId Call, QueueOutcome Outcome) : QueueEffect;

    public sealed record AgentChanged(UserId Agent) : QueueEffect;

    public sealed record TeamChanged(TeamId Team) : QueueEffect;

    public sealed record PresenceSet(UserId Agent, PresenceState State, string? Reason, DateTimeOffset At) : QueueEffect;

    /// <summary>The caller's first wait is over: one per join, for the service level.</summary>
    public sealed record WaitOver(CallId Call, TeamId Team, WaitEnd End, TimeSpan Waited, UserId? Agent) : QueueEffect;

    public sealed record TalkOver(CallId Call, UserId Agent, TeamId Team, DateTimeOffset AnsweredAt, DateTimeOffset EndedAt) : QueueEffect;
}

/// <summary>How a wait ended.</summary>
public enum WaitEnd
{
    Answered,
    Abandoned,
    TimedOut,
    NoAgents,
}
