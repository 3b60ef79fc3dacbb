using Santral.Contracts.Calls;

namespace Santral.Calls.Domain;

/// <summary>What can happen to a call, as its record tells it. Pressed keys are no events: only a menu's choice is (I-04).</summary>
public enum CallEventKind
{
    Arrived,
    Answered,
    Menu,
    Verified,
    Queued,
    Offered,
    Rejected,
    NoAnswer,
    Unreachable,
    Withdrawn,
    Connected,
    Held,
    Resumed,
    AgentLost,
    AgentBack,
    KeysSent,
    Ended,
}

/// <summary>One line of a call's trace.</summary>
public sealed class CallEvent
{
    /// <summary>Order of writing; events of one call stand in the order in which they happened.</summary>
    public long Sequence { get; private set; }

    /// <summary>The entry that it was written from: a save that is repeated because its answer was lost finds it here.</summary>
    public Guid? Entry { get; init; }

    public required CallId CallId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required CallEventKind Kind { get; init; }

    /// <summary>The agent it was about.</summary>
    public UserId? Agent { get; init; }

    /// <summary>Code of the team it was about.</summary>
    public string? Team { get; init; }

    /// <summary>Set for <see cref="CallEventKind.Menu"/>.</summary>
    public MenuStep? Step { get; init; }
}
