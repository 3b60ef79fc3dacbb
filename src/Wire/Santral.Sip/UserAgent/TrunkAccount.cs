using Santral.Sip.Grammar;

namespace Santral.Sip.UserAgent;

/// <summary>An account at a trunk that wants to be registered at.</summary>
public sealed record TrunkAccount
{
    public required SipUri Registrar { get; init; }

    /// <summary>The address that is registered: From and To.</summary>
    public required SipUri Address { get; init; }

    public DigestCredentials? Credentials { get; init; }

    public SipUri? Proxy { get; init; }

    public TimeSpan Expires { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Wait after a failure; doubled up to half an hour while it goes on.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>Whether a trunk knows us; code 0 means that no answer came.</summary>
public sealed record TrunkState(bool IsRegistered, int Code, string Reason);
