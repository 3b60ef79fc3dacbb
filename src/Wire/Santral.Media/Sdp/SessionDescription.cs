using System.Net;

namespace Santral.Media.Sdp;

/// <summary>Which way audio flows, seen from the side that wrote the description (RFC 8866 §6.7).</summary>
internal enum MediaDirection
{
    SendRecv,
    SendOnly,
    RecvOnly,
    Inactive,
}

/// <summary>One rtpmap line; without one the static payload types have their known meaning.</summary>
internal readonly record struct RtpMap(int PayloadType, string Encoding, int ClockRate);

/// <summary>A certificate's digest as the peer announced it.</summary>
internal readonly record struct SdpFingerprint(string Algorithm, string Hex);

/// <summary>The parts of a session description that an audio call needs (RFC 8866).</summary>
internal sealed class SessionDescription
{
    internal IPAddress? Connection { get; set; }

    internal MediaDirection Direction { get; set; }

    internal string? IceFragment { get; set; }

    internal string? IcePassword { get; set; }

    internal SdpFingerprint? Fingerprint { get; set; }

    internal string? Setup { get; set; }

    /// <summary>The mids of the first BUNDLE group.</summary>
    internal List<string> Bundle { get; } = [];

    internal List<SdpMedia> Media { get; } = [];
}

/// <summary>One m-line with its attributes.</summary>
internal sealed class SdpMedia
{
    internal required string Kind { get; init; }

    internal required int Port { get; init; }

    internal required string Protocol { get; init; }

    internal required List<string> Formats { get; init; }

    internal IPAddress? Connection { get; set; }

    internal MediaDirection Direction { get; set; }

    internal List<RtpMap> Maps { get; } = [];

    internal int? PacketMs { get; set; }

    internal int? RtcpPort { get; set; }

    internal IPAddress? RtcpAddress { get; set; }

    internal bool RtcpMux { get; set; }

    internal string? IceFragment { get; set; }

    internal string? IcePassword { get; set; }

    internal SdpFingerprint? Fingerprint { get; set; }

    internal string? Setup { get; set; }

    internal string? Mid { get; set; }
}

/// <summary>Why a description was not accepted.</summary>
internal enum SdpFault
{
    None,
    Empty,
    TooLong,
    TooManyLines,
    LineTooLong,
    TooManyMedia,
    TooManyFormats,
    NotALine,
    NoVersion,
    BadConnection,
    BadMedia,
    BadAttribute,
    NoConnection,
}

/// <summary>Bounds on a description; browsers with many codecs and candidates stay below 12 kB.</summary>
internal static class SdpLimits
{
    internal const int Length = 32 * 1024;
    internal const int Lines = 800;
    internal const int Line = 4096;
    internal const int Media = 16;
    internal const int Formats = 64;
}
