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

    /// <summary>An agent sent the caller into the verification menu.</summary>
    SentToVerification,

    /// <summary>A completed pair that does not match.</summary>
    WrongPair,

    /// <summary>By `*`, by silence, or because the check could not be done.</summary>
    LeftVerification,
    TakenBack,
    BackFromVerification,

    /// <summary>Sent to a team, or to the agent it names.</summary>
    Transferred,

    /// <summary>Nobody took the transferred caller: he goes back.</summary>
    TransferNotTaken,

    /// <summary>A colleague is asked.</summary>
    ConsultBegan,
    ConsultEnded,

    /// <summary>All three speak.</summary>
    Conference,

    /// <summary>The asked colleague has the caller.</summary>
    HandedOver,

    /// <summary>Technical Support noted the kind of fault and whether it was solved.</summary>
    FaultFound,

    /// <summary>Sent to a number outside.</summary>
    SentOutside,

    /// <summary>The number outside answered.</summary>
    OutsideAnswered,

    /// <summary>The number outside did not answer, or is not there any more.</summary>
    OutsideEnded,
    Ended,

    /// <summary>The caller hears that the call is recorded.</summary>
    RecordingAnnounced,
    RecordingStarted,

    /// <summary>By the agent.</summary>
    RecordingPaused,
    RecordingResumed,
    RecordingEnded,

    /// <summary>The disk is full or refuses; the call went on.</summary>
    RecordingFailed,

    /// <summary>Deleted: too old, erased, or empty.</summary>
    RecordingDeleted,

    /// <summary>The caller is asked for a message.</summary>
    MessageBegan,

    /// <summary>A supervisor hears the call; not shown to who may not do so himself.</summary>
    SupervisorListens,
    SupervisorWhispers,
    SupervisorJoined,
    SupervisorLeft,
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

    /// <summary>The number outside it was about.</summary>
    public PhoneNumber? Number { get; init; }

    /// <summary>Set for <see cref="CallEventKind.Menu"/>.</summary>
    public MenuStep? Step { get; init; }
}
