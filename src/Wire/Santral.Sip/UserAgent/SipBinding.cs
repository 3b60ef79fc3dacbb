using Santral.Sip.Grammar;
using Santral.Sip.Transports;

namespace Santral.Sip.UserAgent;

/// <summary>Where one phone of a user can be reached until it expires (RFC 3261 §10).</summary>
public sealed record SipBinding(string User, SipUri Address, SipUri Contact, SipFlow Flow, double Q, DateTimeOffset ExpiresAt)
{
    internal string CallId { get; init; } = "";

    internal uint CSeq { get; init; }

    public string? UserAgent { get; init; }
}

/// <summary>A phone came or went.</summary>
public sealed record RegistrationChange(SipBinding Binding, bool IsRegistered);

/// <summary>What the registrar of desk phones allows.</summary>
public sealed record RegistrarOptions
{
    public required string Realm { get; init; }

    public required ICheckDigest Digest { get; init; }

    public TimeSpan DefaultExpires { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan MinExpires { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan MaxExpires { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan NonceLife { get; init; } = TimeSpan.FromMinutes(5);

    public int ContactsPerUser { get; init; } = 10;

    /// <summary>Bindings in all; the next new one gets 503.</summary>
    public int Contacts { get; init; } = 20_000;
}
