using Santral.Sip.Dialogs;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;
using Santral.Sip.Transports;

namespace Santral.Sip.UserAgent;

/// <summary>A call that we make.</summary>
public sealed class OutgoingCall : SipCall, IClientUser
{
    private readonly DialRequest _dial;
    private readonly NameAddr _from;
    private SipRequest _invite;
    private ClientTransaction? _transaction;
    private bool _provisional;
    private string? _earlyTag;
    private bool _hangUpAsked;
    private string? _hangUpReason;
    private bool _authenticated;
    private bool _confirmed;
    private ReadOnlyMemory<byte> _ackSdp;
    private bool _ackWaits;

    internal OutgoingCall(SipStack stack, DialRequest dial, SipFlow flow, string callId, string localTag, Admission.Ticket ticket)
        : base(stack, callId, localTag, flow, ticket)
    {
        _dial = dial;
        _from = dial.From.WithTag(localTag);
        _invite = null!;
        Credentials = dial.Credentials;
    }

    private protected override bool IsSecure => _dial.Target.IsSecure;

    private protected override bool IsConfirmed => _confirmed;

    private protected override bool OwnsCallId => true;

    private protected override bool IsInviteOpen => !_confirmed || base.IsInviteOpen;

    /// <summary>After a late offer (dialled without a description): acknowledges with our answer.</summary>
    public Task<bool> AckAsync(ReadOnlyMemory<byte> answer) => Box.AskAsync(() =>
    {
        if (IsEnded || !_ackWaits)
        {
            return false;
        }

        _ackWaits = false;
        _ackSdp = answer;
        _confirmed = true;
        Offers(OfferAnswer.Input.AnswerSent);
        SendAck(_invite.CSeq!.Value.Number, answer);
        return true;
    });

    void IClientUser.OnResponse(ClientTransaction transaction, SipResponse response) => Box.Post(() => OnResponse(transaction, response));

    void IClientUser.OnFailed(ClientTransaction transaction, bool timeout) => Box.Post(() =>
    {
        if (ReferenceEquals(transaction, _transaction) && !_confirmed)
        {
            Finish(_hangUpAsked
                ? new(SipEndCause.Cancelled, ByRemote: false, 487, _hangUpReason)
                : new(timeout ? SipEndCause.TimedOut : SipEndCause.TransportFailed, ByRemote: true, timeout ? 408 : 503));
        }
    });

    /// <summary>Sends the INVITE; called once, before anybody has the call.</summary>
    internal void Start() => Box.Post(() =>
    {
        _invite = NewInvite(Stack.NewCSeq());
        if (!_dial.Sdp.IsEmpty)
        {
            Offers(OfferAnswer.Input.OfferSent);
        }

        _transaction = Stack.Transactions.Send(_invite, Flow, this);
        if (_dial.TryingWithin is { } trying)
        {
            Stack.Queue.Set(trying, () => Box.Post(GiveUpUnheard));
        }

        if (_dial.RingFor is { } ringFor)
        {
            Stack.Queue.Set(ringFor, () => Box.Post(() =>
            {
                if (!IsEnded && !_confirmed && !_ackWaits)
                {
                    HangUp("SIP;cause=408;text=\"No answer\"");
                }
            }));
        }
    });

    /// <summary>Nothing came back: the transaction lives on, so that a late answer is still acknowledged and hung up.</summary>
    private void GiveUpUnheard()
    {
        if (IsEnded || _provisional || _confirmed || _ackWaits)
        {
            return;
        }

        _hangUpAsked = true;
        _hangUpReason = "SIP;cause=408;text=\"Not heard\"";
        Finish(new(SipEndCause.TimedOut, ByRemote: true, 408));
    }

    private protected override bool HangUp(string? reason)
    {
        if (_confirmed || _ackWaits)
        {
            if (_ackWaits)
            {
                _ackWaits = false;
                SendAck(_invite.CSeq!.Value.Number, default);
            }

            SendBye(reason);
            Finish(new(SipEndCause.HungUp, ByRemote: false, Reason: reason));
            return true;
        }

        if (_hangUpAsked)
        {
            return false;
        }

        _hangUpAsked = true;
        _hangUpReason = reason;

        // §9.1: a CANCEL may only follow a provisional response; the first one will send it.
        if (_provisional)
        {
            SendCancel();
        }

        return true;
    }

    private protected override void Fail() => HangUp(null);

    private SipRequest NewInvite(uint cseq)
    {
        var request = new SipRequest(SipMethods.Invite, _dial.Target with { Headers = null });
        if (_dial.Proxy is { } proxy)
        {
            request.Headers.Add(SipNames.Route, new NameAddr(proxy with { Parameters = proxy.Parameters.With("lr", null) }).ToString());
        }

        request.Headers.Add(SipNames.MaxForwards, "70");
        request.Headers.Add(SipNames.From, _from.ToString());
        request.Headers.Add(SipNames.To, (_dial.To ?? new NameAddr(_dial.Target with { Parameters = SipParameters.Empty, Headers = null })).ToString());
        request.Headers.Add(SipNames.CallId, CallId);
        request.Headers.Add(SipNames.CSeq, string.Create(null, $"{cseq} INVITE"));
        AddSessionHeaders(request);
        AskForTimer(request);
        request.Headers.AddRange(_dial.Headers);
        SetSdp(request, _dial.Sdp);
        return request;
    }

    private void OnResponse(ClientTransaction transaction, SipResponse response)
    {
        if (!ReferenceEquals(transaction, _transaction))
        {
            return;
        }

        if (response.IsProvisional)
        {
            OnProvisional(response);
        }
        else if (response.IsSuccess)
        {
            OnSuccess(response);
        }
        else
        {
            OnRefused(response);
        }
    }

    private void OnProvisional(SipResponse response)
    {
        var first = !_provisional;
        _provisional = true;
        if (_hangUpAsked)
        {
            if (first)
            {
                SendCancel();
            }

            return;
        }

        if (response.Code == 100 || IsEnded || _confirmed || !HasRoomForEvents)
        {
            return;
        }

        if (Dialog is null && response.To?.Tag is not null)
        {
            Dialog = Dialog.ForClient(_invite, response);
        }

        if (!response.Body.IsEmpty)
        {
            RemoteSdp = response.Body;
            _earlyTag = response.To?.Tag;
        }

        Tell(new SipCallEvent.Progress(response.Code, response.Reason, response.Body));
    }

    private void OnSuccess(SipResponse response)
    {
        if (_confirmed || _ackWaits || IsEnded)
        {
            OnFurtherSuccess(response);
            return;
        }

        if (Dialog.ForClient(_invite, response) is not { } dialog)
        {
            // A 2xx without a tag makes no dialog: there is nothing to acknowledge or to hang up.
            Finish(new(SipEndCause.Refused, ByRemote: true, 502));
            return;
        }

        Dialog = dialog;
        LearnTimer(response, weAreCaller: true);
        Box.Post(async () =>
        {
            await FollowTargetAsync();
            Establish(response);
        });
    }

    private void Establish(SipResponse response)
    {
        if (IsEnded || _confirmed || _ackWaits)
        {
            return;
        }

        // What another fork said early is not the answer of this one (§13.2.2.4).
        RemoteSdp = !response.Body.IsEmpty ? response.Body : response.To?.Tag == _earlyTag ? RemoteSdp : default;
        if (_hangUpAsked)
        {
            // The answer crossed our CANCEL (§9.1): the call exists and must be ended properly.
            SendAck(_invite.CSeq!.Value.Number, default);
            SendBye(_hangUpReason);
            Finish(new(SipEndCause.Cancelled, ByRemote: false, 200, _hangUpReason));
            return;
        }

        if (_dial.Sdp.IsEmpty && !response.Body.IsEmpty)
        {
            Offers(OfferAnswer.Input.OfferReceived);
            _ackWaits = true;
        }
        else
        {
            Offers(OfferAnswer.Input.AnswerReceived);
            _confirmed = true;
            SendAck(_invite.CSeq!.Value.Number, default);
        }

        Tell(new SipCallEvent.Answered(RemoteSdp));
    }

    /// <summary>A repeat of the 2xx is acknowledged again; one of another fork, or after the end, is acknowledged and hung up (§13.2.2.4).</summary>
    private void OnFurtherSuccess(SipResponse response)
    {
        if (IsEnded && !_confirmed && Dialog.ForClient(_invite, response) is { } late && (Dialog is null || Dialog.Remote.Tag == late.Remote.Tag))
        {
            _confirmed = true;
            Dialog = late;
            SendAck(_invite.CSeq!.Value.Number, default);
            SendBye(_hangUpReason);
            return;
        }

        if (Dialog is { } own && own.Remote.Tag == response.To?.Tag)
        {
            if (!_ackWaits)
            {
                SendAck(_invite.CSeq!.Value.Number, _ackSdp);
            }

            return;
        }

        if (Dialog.ForClient(_invite, response) is { } fork)
        {
            var mine = Dialog;
            Dialog = fork;
            SendAck(_invite.CSeq!.Value.Number, default);
            SendBye(null);
            Dialog = mine;
        }
    }

    private void OnRefused(SipResponse response)
    {
        if (IsEnded)
        {
            return;
        }

        if (!_hangUpAsked && !_authenticated && response.Code is 401 or 407 && _dial.Credentials is { } credentials
            && DigestClient.TryAnswer(response, _invite, credentials, Stack.Random, out var header))
        {
            _authenticated = true;
            AskAgain(header);
            return;
        }

        if (!_hangUpAsked && MayAskLonger(response))
        {
            // The new request proves itself anew when it is asked to.
            _authenticated = false;
            AskAgain(null);
            return;
        }

        var cause = _hangUpAsked && response.Code == 487 ? SipEndCause.Cancelled : SipEndCause.Refused;
        Finish(new(cause, ByRemote: cause == SipEndCause.Refused, response.Code, response.Headers.Text(SipNames.Reason) ?? response.Reason)
        {
            Headers = response.Headers,
        });
    }

    private void AskAgain(SipHeader? proof)
    {
        _provisional = false;
        _earlyTag = null;
        Dialog = null;
        _invite = NewInvite(_invite.CSeq!.Value.Number + 1);
        if (proof is { } header)
        {
            _invite.Headers.Add(header);
        }

        _transaction = Stack.Transactions.Send(_invite, Flow, this);
    }

    private void SendCancel()
    {
        Stack.Transactions.SendCancel(_transaction!, IgnoreAnswer.Instance, _hangUpReason);

        // §9.1: should no 487 come although the CANCEL arrived, the call is over after 64*T1.
        Stack.Queue.Set(Stack.Options.Timers.GiveUp, () => Box.Post(() =>
        {
            if (_confirmed || _ackWaits)
            {
                return;
            }

            Finish(new(SipEndCause.Cancelled, ByRemote: false, 408, _hangUpReason));

            // For as long again a phone that comes back to the network may still answer, and is told that nobody is there. Then
            // the transaction must go: Proceeding has no timer of its own.
            Stack.Queue.Set(Stack.Options.Timers.GiveUp, _transaction!.Abandon);
        }));
    }

    private sealed class IgnoreAnswer : IClientUser
    {
        public static readonly IgnoreAnswer Instance = new();

        public void OnResponse(ClientTransaction transaction, SipResponse response)
        {
        }

        public void OnFailed(ClientTransaction transaction, bool timeout)
        {
        }
    }
}
