using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;

namespace Santral.Calls.Live;

/// <summary>Something about a call that is to be kept; written behind the caller's back, in order.</summary>
internal abstract record JournalEntry(CallId CallId, DateTimeOffset At)
{
    /// <summary>Names the entry in its row.</summary>
    public Guid Key { get; } = Guid.CreateVersion7(At);

    public sealed record Arrived(
        CallId CallId, string Unit, string CalledNumber, PhoneNumber? CallingNumber, CallerClass Class, CustomerId? CustomerId, DateTimeOffset At,
        CallDirection Direction = CallDirection.Inbound)
        : JournalEntry(CallId, At);

    public sealed record Happened(
        CallId CallId, CallEventKind Kind, DateTimeOffset At, UserId? Agent = null, string? Team = null, MenuStep? Step = null, PhoneNumber? Number = null)
        : JournalEntry(CallId, At);

    public sealed record Verified(CallId CallId, CustomerId Account, DateTimeOffset At) : JournalEntry(CallId, At);

    public sealed record Connected(CallId CallId, UserId Agent, TeamSummary Team, TimeSpan Waited, DateTimeOffset At) : JournalEntry(CallId, At);

    /// <summary>A line of the call's ledger.</summary>
    public sealed record Disclosed(Disclosure Line) : JournalEntry(Line.CallId, Line.At);

    /// <summary>What Technical Support found.</summary>
    public sealed record Found(CallId CallId, UserId Agent, FaultKind? Fault, bool? Solved, DateTimeOffset At) : JournalEntry(CallId, At);

    public sealed record RecordingBegan(
        CallId CallId, RecordingId Id, RecordingKind Kind, TeamId Team, UserId? Agent, string Path, DateTimeOffset At)
        : JournalEntry(CallId, At);

    /// <summary>Also for one that could not begin.</summary>
    public sealed record RecordingOver(
        CallId CallId, RecordingId Id, RecordingState State, TimeSpan Length, long Bytes, string? Sha256, UserId? Agent, DateTimeOffset At)
        : JournalEntry(CallId, At);

    public sealed record Ended(
        CallId CallId, CallEndReason Reason, IReadOnlyList<MenuStep> MenuPath, TimeSpan Waited, TimeSpan Talked, DateTimeOffset At)
        : JournalEntry(CallId, At);
}
