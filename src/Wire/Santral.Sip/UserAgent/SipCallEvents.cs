using Santral.Sip.Messages;

namespace Santral.Sip.UserAgent;

/// <summary>Something that happened in a call; they come in order, the last one is <see cref="Ended"/>.</summary>
public abstract record SipCallEvent
{
    private SipCallEvent()
    {
    }

    /// <summary>A provisional response to our INVITE (180, 183), with the early answer if there was one.</summary>
    public sealed record Progress(int Code, string Reason, ReadOnlyMemory<byte> Sdp) : SipCallEvent;

    /// <summary>The other side answered our INVITE. The body is its answer, or its offer when we dialled without one.</summary>
    public sealed record Answered(ReadOnlyMemory<byte> Sdp) : SipCallEvent;

    /// <summary>Our 200 was acknowledged; the body is the answer to an offer that we made in it.</summary>
    public sealed record Acked(ReadOnlyMemory<byte> Sdp) : SipCallEvent;

    /// <summary>The other side changes the session (hold, codec, address): somebody must answer it.</summary>
    public sealed record Reinvited(SessionOffer Offer) : SipCallEvent;

    /// <summary>A key pressed, sent as INFO (application/dtmf-relay or application/dtmf).</summary>
    public sealed record Dtmf(char Digit, int? Milliseconds) : SipCallEvent
    {
        // Digits may be a PIN: they never reach a log.
        public override string ToString() => nameof(Dtmf);
    }

    /// <summary>The other side wants to be brought together with somebody else (REFER): somebody must answer it.</summary>
    public sealed record Referred(Referral Referral) : SipCallEvent;

    /// <summary>The caller gave up before we answered; <see cref="Ended"/> follows.</summary>
    public sealed record Cancelled : SipCallEvent;

    /// <summary>The call is over; nothing follows.</summary>
    public sealed record Ended(SipEnd End) : SipCallEvent;
}

/// <summary>Why a call ended: what happened, the status code if one decided it, the Reason header's words.</summary>
public sealed record SipEnd(SipEndCause Cause, bool ByRemote, int Code = 0, string? Reason = null)
{
    /// <summary>Headers of the response that refused, or of the BYE: Retry-After, Warning, Contact of a redirection.</summary>
    public SipHeaders? Headers { get; init; }
}

/// <summary>What ended a call.</summary>
public enum SipEndCause
{
    /// <summary>A BYE, sent or received.</summary>
    HungUp,

    /// <summary>Given up before the answer.</summary>
    Cancelled,

    /// <summary>A final response of 300 or more, sent or received.</summary>
    Refused,

    /// <summary>No answer to a message within the time of RFC 3261.</summary>
    TimedOut,

    /// <summary>Our answer was never acknowledged.</summary>
    NotAcknowledged,

    /// <summary>The way to the other side is gone.</summary>
    TransportFailed,

    /// <summary>The session timer ran out (RFC 4028).</summary>
    SessionExpired,

    /// <summary>An exception in the code that was asked about the call; it is in the log.</summary>
    Failed,

    /// <summary>This user agent was shut down.</summary>
    ShutDown,
}

/// <summary>An offer of the other side inside a call (re-INVITE or UPDATE); empty means that it asks for ours.</summary>
public sealed class SessionOffer
{
    private readonly Func<int, string?, ReadOnlyMemory<byte>, Task<bool>> _reply;

    internal SessionOffer(ReadOnlyMemory<byte> sdp, bool isUpdate, Func<int, string?, ReadOnlyMemory<byte>, Task<bool>> reply)
    {
        Sdp = sdp;
        IsUpdate = isUpdate;
        _reply = reply;
    }

    public ReadOnlyMemory<byte> Sdp { get; }

    public bool IsUpdate { get; }

    /// <summary>200 with our answer (or our offer, when asked for one). False when it is too late.</summary>
    public Task<bool> AcceptAsync(ReadOnlyMemory<byte> sdp) => _reply(200, null, sdp);

    /// <summary>Refuses the change, usually 488; the call goes on as before.</summary>
    public Task<bool> RefuseAsync(int code = 488, string? reason = null) => _reply(code, reason, default);
}

/// <summary>How the other side answered a change of the session.</summary>
public sealed record ReinviteResult(int Code, string Reason, ReadOnlyMemory<byte> Sdp)
{
    public bool IsAccepted => Code is >= 200 and < 300;
}
