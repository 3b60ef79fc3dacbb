using Santral.Sip.Dialogs;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;
using Santral.Sip.Transports;

namespace Santral.Sip.UserAgent;

/// <summary>A call that came in and waits to be rung, answered or refused.</summary>
public sealed class IncomingCall : SipCall
{
    // §13.3.1.1: proxies give up after three minutes without a provisional response, so one is sent each minute.
    private static readonly TimeSpan ProvisionalEvery = TimeSpan.FromMinutes(1);

    private readonly ServerTransaction _transaction;
    private SipResponse? _lastProvisional;
    private bool _answered;
    private bool _confirmed;

    internal IncomingCall(SipStack stack, ServerTransaction transaction, string localTag, Admission.Ticket ticket, Dialog dialog)
        : base(stack, transaction.Request.CallId!, localTag, transaction.ArrivedOn, ticket)
    {
        _transaction = transaction;
        Dialog = dialog;
        RemoteSdp = transaction.Request.Body;
        Caller = CallerIdentity.Of(transaction.Request, stack.IsTrusted(transaction.ArrivedOn));
        if (!RemoteSdp.IsEmpty)
        {
            Offers(OfferAnswer.Input.OfferReceived);
        }

        transaction.Cancelled = cancel => Box.Post(() => OnCancelled(cancel));
        transaction.Failed = timeout => Box.Post(() => OnFailed(timeout));
    }

    /// <summary>The called number or name: the user part of the Request-URI.</summary>
    public string RequestUser => _transaction.Request.Uri.UserText;

    public SipUri RequestUri => _transaction.Request.Uri;

    public NameAddr From => _transaction.Request.From!;

    public NameAddr To => _transaction.Request.To!;

    public CallerIdentity Caller { get; }

    /// <summary>The user name that the caller proved by digest, null when it was not asked for.</summary>
    public string? AuthenticatedUser { get; internal set; }

    /// <summary>
    /// The answered call whose place this one takes (RFC 3891): whoever answers it hangs that one up. Its names are known to its two sides only, but whether the sender
    /// may do so is asked of <see cref="IAuthorizeInvite"/>.
    /// </summary>
    public SipCall? Replaces { get; internal init; }

    public SipHeaders Headers => _transaction.Request.Headers;

    /// <summary>Where the INVITE came from, and over which of our endpoints.</summary>
    public SipFlow Source => _transaction.ArrivedOn;

    private protected override bool IsSecure => RequestUri.IsSecure;

    private protected override bool IsConfirmed => _confirmed;

    private protected override bool OwnsCallId => false;

    private protected override bool IsInviteOpen => !_answered || base.IsInviteOpen;

    /// <summary>180 Ringing or 183 Session Progress, with early media when a description is given. False when the call is answered or over.</summary>
    public Task<bool> RingAsync(int code = 180, ReadOnlyMemory<byte> sdp = default) => Box.AskAsync(() =>
    {
        if (IsEnded || _answered || code is <= 100 or >= 200)
        {
            return false;
        }

        var response = SipResponse.For(_transaction.Request, code, null, LocalTag);
        CopyRecordRoute(response);
        AddSessionHeaders(response);
        SetSdp(response, sdp);
        var first = _lastProvisional is null;
        _lastProvisional = response;
        _transaction.Respond(response);
        if (first)
        {
            Stack.Queue.Set(ProvisionalEvery, RepeatProvisional);
        }

        return true;
    });

    /// <summary>200 OK with our answer, or with our offer when the caller sent none. False when the caller is gone or it was answered before.</summary>
    public Task<bool> AnswerAsync(ReadOnlyMemory<byte> sdp) => Box.AskAsync(() =>
    {
        if (IsEnded || _answered)
        {
            return false;
        }

        _answered = true;
        var request = _transaction.Request;
        var response = SipResponse.For(request, 200, null, LocalTag);
        CopyRecordRoute(response);
        AddSessionHeaders(response);
        AgreeOnTimer(request, response);
        SetSdp(response, sdp);
        var lateOffer = request.Body.IsEmpty;
        Offers(lateOffer ? OfferAnswer.Input.OfferSent : OfferAnswer.Input.AnswerSent);
        SendSuccess(_transaction, response, lateOffer && !sdp.IsEmpty);
        Box.Post(FollowTargetAsync);
        return true;
    });

    /// <summary>Refuses with a final response of 300 to 699. False when it is answered or over.</summary>
    public Task<bool> RefuseAsync(int code = 486, string? reason = null, params SipHeader[] headers) => Box.AskAsync(() => Refuse(code, reason, headers));

    /// <summary>Before anybody but the stack has seen the call.</summary>
    internal bool Refuse(int code, string? reason, params ReadOnlySpan<SipHeader> headers)
    {
        if (IsEnded || _answered || code is < 300 or > 699)
        {
            return false;
        }

        var response = SipResponse.For(_transaction.Request, code, reason, LocalTag);
        foreach (var header in headers)
        {
            response.Headers.Add(header);
        }

        AddOwnHeaders(response);
        _transaction.Respond(response);
        Finish(new(SipEndCause.Refused, ByRemote: false, code, reason));
        return true;
    }

    private protected override bool HangUp(string? reason)
    {
        if (!_answered)
        {
            return Refuse(480, null);
        }

        ByeNowOrAfterAck(reason);
        Finish(new(SipEndCause.HungUp, ByRemote: false, Reason: reason));
        return true;
    }

    private protected override void Fail()
    {
        if (_answered)
        {
            ByeNowOrAfterAck(null);
            return;
        }

        var response = SipResponse.For(_transaction.Request, 500, null, LocalTag);
        AddOwnHeaders(response);
        _transaction.Respond(response);
    }

    private protected override void OnAcked() => _confirmed = true;

    /// <summary>§15.1.2: a BYE on the early dialog leaves the INVITE open, and nothing but a final answer ends its transaction.</summary>
    private protected override void OnByeAnswered()
    {
        if (!_answered)
        {
            Answer(_transaction, 487);
        }
    }

    private void OnCancelled(SipRequest cancel)
    {
        if (IsEnded || _answered)
        {
            return;
        }

        // §9.2: the INVITE is answered 487, and the CANCEL itself was answered 200 already.
        var response = SipResponse.For(_transaction.Request, 487, null, LocalTag);
        AddOwnHeaders(response);
        _transaction.Respond(response);
        Tell(new SipCallEvent.Cancelled());
        Finish(new(SipEndCause.Cancelled, ByRemote: true, 487, cancel.Headers.Text(SipNames.Reason)) { Headers = cancel.Headers });
    }

    private void OnFailed(bool timeout)
    {
        if (!_answered)
        {
            Finish(new(timeout ? SipEndCause.TimedOut : SipEndCause.TransportFailed, ByRemote: true));
        }
    }

    private void RepeatProvisional() => Box.Post(() =>
    {
        if (!IsEnded && !_answered && _lastProvisional is { } last)
        {
            _transaction.Respond(last);
            Stack.Queue.Set(ProvisionalEvery, RepeatProvisional);
        }
    });

    private void CopyRecordRoute(SipResponse response) => _transaction.Request.Headers.CopyTo(response.Headers, SipNames.RecordRoute);
}
