using System.Text.Json.Serialization;

namespace Santral.Media;

/// <summary>Something that happened on a leg without being asked for.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(DigitPressed), "digit-pressed")]
[JsonDerivedType(typeof(PlayEnded), "play-ended")]
[JsonDerivedType(typeof(LegConnected), "leg-connected")]
[JsonDerivedType(typeof(LegLost), "leg-lost")]
[JsonDerivedType(typeof(LevelMeasured), "level-measured")]
[JsonDerivedType(typeof(RecordingStarted), "recording-started")]
[JsonDerivedType(typeof(RecordingEnded), "recording-ended")]
[JsonDerivedType(typeof(LegClosed), "leg-closed")]
public abstract record MediaEvent(LegId Leg, DateTimeOffset At);

/// <summary>The peer pressed and released a key (0-9, *, #, A-D). Raised once a key, when it is released.</summary>
public sealed record DigitPressed(LegId Leg, char Digit, int DurationMs, DateTimeOffset At) : MediaEvent(Leg, At)
{
    // What callers key in may be a password: it must not reach a log by way of the record's text.
    public override string ToString() => $"DigitPressed {{ Leg = {Leg}, Digit = ?, DurationMs = {DurationMs} }}";
}

/// <summary>Why a play ended.</summary>
public enum PlayEnd
{
    Finished,
    Digit,
    Stopped,
    Failed,
}

/// <summary>A play ended; raised exactly once for each play that was accepted.</summary>
public sealed record PlayEnded(LegId Leg, PlayId Id, PlayEnd Reason, DateTimeOffset At) : MediaEvent(Leg, At);

/// <summary>The peer's media arrives: the first valid RTP of a SIP leg, ICE and DTLS done for a browser leg.</summary>
public sealed record LegConnected(LegId Leg, DateTimeOffset At) : MediaEvent(Leg, At);

/// <summary>Why a leg's peer is thought to be gone.</summary>
public enum LegLoss
{
    NoMedia,
    IceTimeout,
    DtlsFailed,

    /// <summary>The browser closed the connection itself (DTLS close_notify).</summary>
    PeerClosed,

    /// <summary>The process of the media engine died, and with it the leg: <see cref="LegClosed"/> follows.</summary>
    EngineLost,
}

/// <summary>The peer seems gone. The leg stays open until it is closed; media that comes back is taken again.</summary>
public sealed record LegLost(LegId Leg, LegLoss Reason, DateTimeOffset At) : MediaEvent(Leg, At);

/// <summary>How loud the leg's peer is, five times a second while asked for; 0 dBov is a full-scale square wave.</summary>
public sealed record LevelMeasured(LegId Leg, double Dbov, DateTimeOffset At) : MediaEvent(Leg, At);

/// <summary>The first slot of the recording is taken now.</summary>
public sealed record RecordingStarted(LegId Leg, TapeId Id, DateTimeOffset At) : MediaEvent(Leg, At);

/// <summary>Why a recording ended.</summary>
public enum RecordingEnd
{
    Stopped,
    LegClosed,

    /// <summary>It is as long as was allowed.</summary>
    Limit,

    /// <summary>The disk is full: what was written before is there.</summary>
    DiskFull,

    /// <summary>The disk refused, or was too slow.</summary>
    Failed,

    /// <summary>The process of the media engine died: what was said up to the last second is there.</summary>
    EngineLost,
}

/// <summary>A recording is over and its file closed; raised exactly once for each that was accepted, also after <see cref="LegClosed"/>.</summary>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Sha256">Of the whole file, in lower case; null when it could not be read again.</param>
public sealed record RecordingEnded(LegId Leg, TapeId Id, RecordingEnd Reason, long LengthMs, long Bytes, string? Sha256, string Detail, DateTimeOffset At) : MediaEvent(Leg, At);

/// <summary>The leg is gone, with its figures. It is the leg's last event, but for the end of its recording.</summary>
public sealed record LegClosed(LegId Leg, LegReport Report, DateTimeOffset At) : MediaEvent(Leg, At);

/// <summary>What a leg's traffic was like over its life.</summary>
public sealed record LegReport
{
    public long PacketsIn { get; init; }

    public long PacketsOut { get; init; }

    public long OctetsIn { get; init; }

    public long OctetsOut { get; init; }

    /// <summary>Packets from the peer that never arrived (RFC 3550 §6.4.1; duplicates can make it negative).</summary>
    public long LostIn { get; init; }

    /// <summary>Packets that came after their time to be played had passed.</summary>
    public long TooLateIn { get; init; }

    public double JitterInMs { get; init; }

    /// <summary>Our packets sent more than 20 ms after their slot.</summary>
    public long Late20 { get; init; }

    public double MaxLatenessMs { get; init; }

    /// <summary>What the peer reported to have lost of ours; null when it sent no report.</summary>
    public long? RemoteLost { get; init; }

    public double? RemoteJitterMs { get; init; }

    public double? RoundTripMs { get; init; }
}
