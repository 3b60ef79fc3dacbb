namespace Santral.Sip.Messages;

/// <summary>The bounds of everything a stranger may send; exceeding one is a closed reason, never more memory.</summary>
public sealed record SipLimits
{
    public static readonly SipLimits Default = new();

    public int MessageBytes { get; init; } = 65_535;

    public int HeaderBytes { get; init; } = 32_768;

    public int LineBytes { get; init; } = 8_192;

    public int HeaderCount { get; init; } = 128;

    public int UriBytes { get; init; } = 1_024;

    public int BodyBytes { get; init; } = 32_768;

    /// <summary>Requests being served above which a new call or registration gets 503 at once: each is kept for 32 s.</summary>
    public int Transactions { get; init; } = 20_000;

    /// <summary>Stream connections from one address; the next is closed at once.</summary>
    public int ConnectionsPerAddress { get; init; } = 64;

    public int Connections { get; init; } = 4_096;
}

/// <summary>Departures from the grammar that some real senders need: each is named, off by default and counted.</summary>
public sealed record SipLeniency
{
    public static readonly SipLeniency None = new();

    /// <summary>Requests on a stream without Content-Length have no body instead of being refused (RFC 3261 §20.14).</summary>
    public bool AllowMissingLengthOnStream { get; init; }
}
