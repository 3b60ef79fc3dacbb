namespace Santral.Media;

/// <summary>One reading of the engine's counters.</summary>
public sealed record MediaMetrics
{
    public int LegsActive { get; init; }

    public int PortsFree { get; init; }

    public long PacketsIn { get; init; }

    public long PacketsOut { get; init; }

    /// <summary>Packets sent more than 20 ms after their slot.</summary>
    public long Late20 { get; init; }

    /// <summary>Slots that were given up because the media thread did not run for longer than 200 ms.</summary>
    public long SlotsSkipped { get; init; }

    public long PacerStalls { get; init; }

    public double MaxLatenessMs { get; init; }

    public double MaxLatenessLastSecondMs { get; init; }

    public long MalformedRtp { get; init; }

    public long MalformedRtcp { get; init; }

    public long MalformedStun { get; init; }

    public long StunRefused { get; init; }

    public long MalformedDtls { get; init; }

    public long DtlsFailed { get; init; }

    public long SrtpRefused { get; init; }

    /// <summary>Packets from a source that a leg is not latched to.</summary>
    public long StrangeSource { get; init; }

    public long UnknownPeer { get; init; }

    public long SendErrors { get; init; }

    public long EventsDropped { get; init; }

    /// <summary>Exceptions caught on a media thread: each is a bug of ours.</summary>
    public long Faults { get; init; }

    public string? LastFault { get; init; }

    /// <summary>How the media thread is scheduled: "fifo", "nice" or "normal".</summary>
    public string Scheduling { get; init; } = "normal";
}
