using System.Net;

namespace Santral.Media;

/// <summary>Where the media engine listens and how patient it is.</summary>
public sealed record MediaOptions
{
    public IPAddress BindV4 { get; init; } = IPAddress.Any;

    /// <summary>Null: no IPv6 media.</summary>
    public IPAddress? BindV6 { get; init; } = IPAddress.IPv6Any;

    /// <summary>The address written in descriptions; null: the local address that faces the peer.</summary>
    public IPAddress? AdvertisedV4 { get; init; }

    public IPAddress? AdvertisedV6 { get; init; }

    /// <summary>First port for SIP legs; each takes an even port and the one after it (RFC 3550 §11).</summary>
    public int RtpPortFirst { get; init; } = 20000;

    public int RtpPortLast { get; init; } = 29999;

    /// <summary>The one UDP port of all browsers; 0: any free one.</summary>
    public int BrowserPort { get; init; }

    /// <summary>Silence of a peer that should be sending until <see cref="LegLoss.NoMedia"/>.</summary>
    public TimeSpan MediaTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Silence of any telephone, even one that holds and need not send, until <see cref="LegLoss.NoMedia"/>: nothing else ends a call whose peer died.</summary>
    public TimeSpan SilenceLimit { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Where audio may go before a peer is confirmed: the media gateways of trunks.</summary>
    public IReadOnlyList<IPNetwork> TrustedNetworks { get; init; } = [];

    /// <summary>Time without a connectivity check until <see cref="LegLoss.IceTimeout"/> (RFC 7675 §5.1).</summary>
    public TimeSpan IceTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time for the DTLS handshake after the first connectivity check.</summary>
    public TimeSpan DtlsTimeout { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan RtcpInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a latched source must be silent before another one may take its place.</summary>
    public TimeSpan RelatchAfter { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Delay that the play-out buffer starts with; it grows to <see cref="PlayoutMaxMs"/> on late packets.</summary>
    public int PlayoutStartMs { get; init; } = 40;

    public int PlayoutMaxMs { get; init; } = 160;

    /// <summary>Prompts kept in memory, in bytes of 8 kHz G.711.</summary>
    public long PromptCacheBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Room that recordings leave on the disk, in bytes: the database lies on the same one.</summary>
    public long RecordingReserveBytes { get; init; } = 500L * 1024 * 1024;

    /// <summary>Asks the system for real-time priority of the media thread; refused silently, seen in the metrics.</summary>
    public bool TryRealTime { get; init; } = true;
}
