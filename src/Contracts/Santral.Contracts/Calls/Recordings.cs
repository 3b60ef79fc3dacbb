using Santral.Contracts.Customers;
using Santral.Contracts.Queues;

namespace Santral.Contracts.Calls;

/// <summary>One recorded conversation or message.</summary>
public readonly record struct RecordingId(Guid Value) : IId<RecordingId>
{
    public static RecordingId From(Guid value) => new(value);

    public static RecordingId Parse(string s, IFormatProvider? provider) => Id.Parse<RecordingId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out RecordingId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

public enum RecordingKind
{
    /// <summary>Two channels: the caller left, the agent right.</summary>
    Conversation,

    /// <summary>A message that the caller left: one channel.</summary>
    Voicemail,
}

public enum RecordingState
{
    Running,
    Kept,

    /// <summary>The product died while it ran: what was said up to the last seconds is there.</summary>
    CutShort,

    /// <summary>The disk was full or refused; what was written before may be there.</summary>
    Failed,

    /// <summary>Nothing to hear any more: too old, erased with its person, or an empty message.</summary>
    Deleted,
}

/// <summary>Why a recording is not there any more.</summary>
public enum RecordingGone
{
    /// <summary>Its team keeps recordings for so many days only.</summary>
    Retention,

    /// <summary>Its person was erased.</summary>
    Erased,

    /// <summary>Nobody said anything into it.</summary>
    Empty,
}

/// <summary>When a team's conversations are recorded.</summary>
public enum RecordingPolicy
{
    Off,
    Always,

    /// <summary>When the agent says so.</summary>
    ByAgent,
}

/// <summary>A recording as a call and a timeline show it.</summary>
/// <param name="Seconds">0 while it runs.</param>
/// <param name="Bytes">Of the file.</param>
/// <param name="Sha256">Of the file, 64 hexadecimal digits; null while there is none.</param>
/// <param name="MayHear">Whether this person may listen to it, and there is something to hear.</param>
public sealed record RecordingCard(
    RecordingId Id,
    CallId CallId,
    RecordingKind Kind,
    RecordingState State,
    UserId? Agent,
    DateTimeOffset StartedAt,
    int Seconds,
    long Bytes,
    string? Sha256,
    RecordingGone? Gone,
    bool MayHear);

/// <summary>Recordings of calls, with the rights of who asks: implemented by the calls.</summary>
public interface IKnowRecordings
{
    Task<IReadOnlyList<RecordingCard>> OfAsync(IReadOnlyCollection<CallId> calls, CancellationToken stop);
}

/// <summary>A caller left a message: somebody of the team is to call him back.</summary>
/// <param name="Length">What he said; never nothing.</param>
[Fact("calls.voicemail_left", 1)]
public sealed record VoicemailLeft(
    RecordingId RecordingId, CallId CallId, string Unit, TeamId Team, CustomerId? CustomerId, PhoneNumber? CallingNumber, TimeSpan Length, DateTimeOffset At) : IFact;

/// <summary>What the desk shows of the recording of its call.</summary>
/// <param name="MayStart">By the team's policy the agent begins it himself.</param>
public sealed record DeskRecording(DeskRecordingState State, bool MayStart);

public enum DeskRecordingState
{
    Off,

    /// <summary>Caller and agent hear the notice; then it begins.</summary>
    Announcing,
    Running,

    /// <summary>By the agent; silence is written.</summary>
    Paused,

    /// <summary>The disk is full or refuses; the call goes on.</summary>
    Failed,
}

/// <summary>How a supervisor is in a running call.</summary>
public enum AttendMode
{
    /// <summary>Hears both, nobody hears him.</summary>
    Listen,

    /// <summary>The agent alone hears him.</summary>
    Whisper,

    /// <summary>All hear all.</summary>
    Join,
}

/// <summary>The supervisor in the call, as far as the agent is to know of him.</summary>
public sealed record DeskSupervisor(UserId By, AttendMode Mode);
