using System.Net;
using Santral.Sip.Dialogs;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;
using Santral.Sip.Transports;

namespace Santral.Sip.UserAgent;

/// <summary>Everything a user agent is given when it is made.</summary>
public sealed record SipOptions
{
    public required IReadOnlyList<SipListener> Listeners { get; init; }

    /// <summary>Written in User-Agent and Server.</summary>
    public string ProductName { get; init; } = "Santral";

    public SipLimits Limits { get; init; } = SipLimits.Default;

    public SipLeniency Leniency { get; init; } = SipLeniency.None;

    public SipTimers Timers { get; init; } = SipTimers.Default;

    public AdmissionLimits Admission { get; init; } = new();

    /// <summary>Host names that are ours in a Request-URI besides our addresses; others get 404, or 483 at the end of their hops. Empty: every one is ours.</summary>
    public IReadOnlyList<string> OwnHosts { get; init; } = [];

    /// <summary>Null: REGISTER is answered 405.</summary>
    public RegistrarOptions? Registrar { get; init; }

    /// <summary>Null: whoever sends is heard and believed, as a trunk.</summary>
    public ISourceRule? Sources { get; init; }

    /// <summary>Null: every INVITE that is heard is accepted, as from a trunk.</summary>
    public IAuthorizeInvite? AuthorizeInvite { get; init; }

    public SessionTimerOptions SessionTimer { get; init; } = new();

    public ISipResolver Resolver { get; init; } = new DnsResolver();

    public ISipLog? Log { get; init; }

    /// <summary>For listeners of <see cref="SipProtocol.Tls"/>; null: such a listener opens streams to who is vouched for by the system's authorities, and takes none.</summary>
    public SipTls? Tls { get; init; }

    /// <summary>How long the application may take to answer an offer of the other side before it is refused.</summary>
    public TimeSpan ReplyWithin { get; init; } = TimeSpan.FromSeconds(20);
}

/// <summary>Told what should never happen: an exception in the application's code that was called from here.</summary>
public interface ISipLog
{
    void Fault(string where, Exception error);
}

/// <summary>
/// Who may ask anything of us. Everybody else gets silence, which tells a scanner nothing; a registered phone, a REGISTER (it must prove itself)
/// and what belongs to a call are heard from anywhere. Asked on the receive loop: answers at once.
/// </summary>
public interface ISourceRule
{
    bool MayAsk(IPAddress source);

    /// <summary>Whether its word about who calls is believed (the trust domain of RFC 3325 §2.3).</summary>
    bool IsTrusted(IPAddress source);
}

/// <summary>What a policy about an INVITE may look at.</summary>
/// <param name="Replaces">The call whose place it wants to take.</param>
public sealed record InviteFacts(SipUri Target, NameAddr From, SipFlow Flow, SipHeaders Headers, SipCall? Replaces = null);

/// <summary>What is done with an INVITE before the application sees it.</summary>
public readonly record struct InviteVerdict(bool Challenge, int RefuseCode)
{
    public static readonly InviteVerdict Accept = new(false, 0);
    public static readonly InviteVerdict AskCredentials = new(true, 0);

    public static InviteVerdict Refuse(int code) => new(false, code);
}

/// <summary>Decides at once, from the message and where it came from, whether an INVITE is accepted, challenged or refused.</summary>
public interface IAuthorizeInvite
{
    InviteVerdict Decide(InviteFacts invite);
}
