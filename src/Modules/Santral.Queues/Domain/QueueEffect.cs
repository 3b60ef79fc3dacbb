using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Queues.Domain;

/// <summary>What the board wants done; the driver does it in order.</summary>
public abstract record QueueEffect
{
    public sealed record Offer(CallId Call, UserId Agent, TeamId Team, TimeSpan RingFor, TimeSpan Waited) : QueueEffect;

    /// <summary>The caller will not be served: <see cref="QueueOutcome.TimedOut"/>, <see cref="QueueOutcome.NoAgents"/> or <see cref="QueueOutcome.Closed"/>.</summary>
    public sealed record Dismiss(CallId Call, QueueOutcome Outcome) : QueueEffect;

    /// <summary>He goes on waiting in another team's queue.</summary>
    /// <param name="IsCounted">Whether a wait of his was open: it ended as overflowed and another begins.</param>
    public sealed record Overflow(CallId Call, TeamId From, TeamId To, bool IsCounted) : QueueEffect;

    /// <summary>A ring is over.</summary>
    public sealed record OfferOver(CallId Call, UserId Agent, TeamId Team, DateTimeOffset OfferedAt, OfferEnd End) : QueueEffect;

    /// <summary>A conversation is written up; at once where there is no wrap-up.</summary>
    public sealed record WrapUpOver(UserId Agent, CallId Call, TimeSpan WrappedUp) : QueueEffect;

    public sealed record AgentChanged(UserId Agent) : QueueEffect;

    public sealed record TeamChanged(TeamId Team) : QueueEffect;

    public sealed record PresenceSet(UserId Agent, PresenceState State, string? Reason, DateTimeOffset At) : QueueEffect;

    /// <summary>The caller's first wait is over: one per join, for the service level.</summary>
    public sealed record WaitOver(CallId Call, TeamId Team, WaitEnd End, TimeSpan Waited, UserId? Agent) : QueueEffect;

    /// <param name="IsOwn">The agent called: it is no answer to a caller who waited.</param>
    public sealed record TalkOver(CallId Call, UserId Agent, TeamId Team, DateTimeOffset AnsweredAt, DateTimeOffset EndedAt, bool IsOwn = false) : QueueEffect;
}

/// <summary>How a wait ended.</summary>
public enum WaitEnd
{
    Answered,
    Abandoned,
    TimedOut,
    NoAgents,

    /// <summary>Goes on in the overflow team.</summary>
    Overflowed,

    /// <summary>The team closed while he waited.</summary>
    Closed,

    /// <summary>Keeps his place and is called back.</summary>
    CalledBack,
}
