using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transports;

namespace Santral.Sip.UserAgent;

/// <summary>A call to make.</summary>
public sealed record DialRequest
{
    /// <summary>The Request-URI. For a registered phone take it from its <see cref="SipBinding"/>.</summary>
    public required SipUri Target { get; init; }

    /// <summary>Our own name and address; the tag is added.</summary>
    public required NameAddr From { get; init; }

    /// <summary>The To header, when it differs from the target (a registered phone's public address).</summary>
    public NameAddr? To { get; init; }

    /// <summary>Our offer; empty asks the other side for its offer (late offer): its answer to be given by <see cref="OutgoingCall.AckAsync"/>.</summary>
    public ReadOnlyMemory<byte> Sdp { get; init; }

    public IReadOnlyList<SipHeader> Headers { get; init; } = [];

    /// <summary>Used when the other side (a trunk) asks who we are.</summary>
    public DigestCredentials? Credentials { get; init; }

    /// <summary>The flow a phone registered over: the only way through its NAT, or down its TCP stream.</summary>
    public SipFlow? Flow { get; init; }

    /// <summary>Outbound proxy, put as the first Route.</summary>
    public SipUri? Proxy { get; init; }

    /// <summary>Cancelled when nobody answers within this time; null waits as long as the network does.</summary>
    public TimeSpan? RingFor { get; init; }

    /// <summary>
    /// Given up as unanswered when not even a 100 came within this time, so that another way can be tried before the caller hangs up; null waits as long as
    /// RFC 3261 does (timer B, 32 s).
    /// </summary>
    public TimeSpan? TryingWithin { get; init; }

    /// <summary>A call to a registered phone over the flow it registered by.</summary>
    public static DialRequest Phone(SipBinding binding, NameAddr from, ReadOnlyMemory<byte> sdp) =>
        new() { Target = binding.Contact, From = from, To = new(binding.Address), Sdp = sdp, Flow = binding.Flow };
}

/// <summary>User name and password for a digest challenge.</summary>
public sealed record DigestCredentials(string User, string Password)
{
    public override string ToString() => $"{nameof(DigestCredentials)}({User})";
}
