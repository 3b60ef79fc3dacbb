using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;

namespace Santral.Calls.Domain;

/// <summary>The record of one recording; its sound is a file below the data folder. The record stays when the sound is gone.</summary>
public sealed class Recording : Aggregate
{
    /// <summary>A message shorter than this is a caller who hung up at the beep.</summary>
    public static readonly TimeSpan ShortestMessage = TimeSpan.FromSeconds(1);

    private Recording()
    {
    }

    public RecordingId Id { get; private set; }

    public CallId CallId { get; private set; }

    public RecordingKind Kind { get; private set; }

    public RecordingState State { get; private set; }

    /// <summary>Whose conversations these are, or whose message: it says who may hear it and how long it is kept.</summary>
    public TeamId Team { get; private set; }

    /// <summary>Null for a message.</summary>
    public UserId? Agent { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public TimeSpan Length { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Of the file, as it was closed: a file that was changed since is found out.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>Below the data folder of <see cref="Node"/>, with `/`.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The process whose data folder has the file.</summary>
    public string Node { get; private set; } = "";

    public RecordingGone? Gone { get; private set; }

    public DateTimeOffset? GoneAt { get; private set; }

    public bool HasSound => State is RecordingState.Kept or RecordingState.CutShort || (State == RecordingState.Failed && Length > TimeSpan.Zero);

    public static Recording Begin(RecordingId id, CallId call, RecordingKind kind, TeamId team, UserId? agent, string path, string node, DateTimeOffset at) => new()
    {
        Id = id,
        CallId = call,
        Kind = kind,
        State = RecordingState.Running,
        Team = team,
        Agent = agent,
        Path = path,
        Node = node,
        StartedAt = at,
    };

    /// <summary>Ends it once. A message that holds something is told of: somebody has to hear it.</summary>
    /// <param name="call">The call it belongs to.</param>
    public void End(RecordingState state, TimeSpan length, long bytes, string? sha256, CallRecord call, DateTimeOffset at)
    {
        if (State != RecordingState.Running)
        {
            return;
        }

        (State, Length, Bytes, Sha256) = (state, length, bytes, sha256);
        if (Kind != RecordingKind.Voicemail || !HasSound)
        {
            return;
        }

        if (length < ShortestMessage)
        {
            Remove(RecordingGone.Empty, at);
            return;
        }

        PhoneNumber? calling = PhoneNumber.TryParse(call.CallingNumber, null, out var number) ? number : null;
        Raise(new VoicemailLeft(Id, CallId, call.Unit, Team, call.CustomerId, calling, length, at));
    }

    /// <summary>There is nothing to hear any more; that it was there stays known.</summary>
    public void Remove(RecordingGone why, DateTimeOffset at) => (State, Gone, GoneAt) = (RecordingState.Deleted, why, at);
}
