using Santral.Sip.Dialogs;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;

namespace Santral.Sip.UserAgent;

/// <summary>What the other side asks inside the dialog: BYE, re-INVITE, UPDATE, INFO, ACK.</summary>
public abstract partial class SipCall
{
    private OfferAnswer.State _offers;
    private SuccessRepeater? _repeater;
    private ServerTransaction? _openReinvite;
    private bool _ackCarriesAnswer;
    private bool _byeAfterAck;
    private string? _byeReason;

    /// <summary>A request with our tag; it runs in the mailbox.</summary>
    internal void Receive(ServerTransaction transaction)
    {
        var request = transaction.Request;
        if (_ended || Dialog is null || (request.From!.Tag ?? "") != (Dialog.Remote.Tag ?? ""))
        {
            Answer(transaction, 481);
            return;
        }

        if (!Dialog.TryAdvance(request.CSeq!.Value.Number))
        {
            // §12.2.2: out of order.
            Answer(transaction, 500);
            return;
        }

        switch (request.Method)
        {
            case SipMethods.Bye:
                ReceiveBye(transaction);
                break;
            case SipMethods.Invite or SipMethods.Update:
                ReceiveOffer(transaction);
                break;
            case SipMethods.Info:
                ReceiveInfo(transaction);
                break;
            case SipMethods.Refer:
                ReceiveRefer(transaction);
                break;
            case SipMethods.Notify:
                ReceiveNotify(transaction);
                break;
            case SipMethods.Options:
                Answer(transaction, 200);
                break;
            default:
                Answer(transaction, 405);
                break;
        }
    }

    internal void ReceiveAck(SipRequest ack)
    {
        if (_repeater is null || _repeater.CSeq != ack.CSeq!.Value.Number)
        {
            return;
        }

        StopRepeating();
        if (_ackCarriesAnswer)
        {
            _ackCarriesAnswer = false;
            Offers(OfferAnswer.Input.AnswerReceived);
            RemoteSdp = ack.Body;
        }

        if (!_ended)
        {
            Tell(new SipCallEvent.Acked(ack.Body));
            OnAcked();
        }

        if (_byeAfterAck)
        {
            _byeAfterAck = false;
            SendBye(_byeReason);
            Forget();
        }
    }

    private protected bool IsByeDue => _byeAfterAck;

    private protected bool IsAwaitingAck => _repeater is not null;

    private protected virtual void OnAcked()
    {
    }

    /// <summary>The other side hung up and knows that we know.</summary>
    private protected virtual void OnByeAnswered()
    {
    }

    /// <summary>§15: a callee may not send BYE before its 2xx is acknowledged.</summary>
    private protected void ByeNowOrAfterAck(string? reason)
    {
        if (_repeater is null)
        {
            SendBye(reason);
            return;
        }

        _byeAfterAck = true;
        _byeReason = reason;
    }

    private protected OfferAnswer.Verdict Offers(OfferAnswer.Input input)
    {
        (_offers, var verdict) = OfferAnswer.Step(_offers, input);
        return verdict;
    }

    /// <summary>Sends a 2xx to an INVITE and repeats it until acknowledged.</summary>
    private protected void SendSuccess(ServerTransaction transaction, SipResponse response, bool answerInAck)
    {
        _ackCarriesAnswer = answerInAck;
        transaction.Respond(response);
        _repeater?.Stop();
        _repeater = new(
            Stack.Queue, Stack.Options.Timers, transaction.Request.CSeq!.Value.Number,
            () => transaction.Respond(response),
            () => Box.Post(OnNotAcknowledged));
    }

    private protected void StopRepeating()
    {
        _repeater?.Stop();
        _repeater = null;
    }

    private protected void Answer(ServerTransaction transaction, int code, string? reason = null)
    {
        var response = SipResponse.For(transaction.Request, code, reason, LocalTag);
        if (code is 405 or 200 && transaction.Request.Method is SipMethods.Options or not SipMethods.Bye)
        {
            response.Headers.Add(SipNames.Allow, SipMethods.Allowed);
        }

        AddOwnHeaders(response);
        transaction.Respond(response);
    }

    private void OnNotAcknowledged()
    {
        _repeater = null;
        var wasEnded = _ended;
        _byeAfterAck = false;
        Forget();
        SendBye(wasEnded ? _byeReason : "SIP;cause=408;text=\"ACK missing\"");
        Finish(new(SipEndCause.NotAcknowledged, ByRemote: false, 408));
    }

    private void ReceiveBye(ServerTransaction transaction)
    {
        var headers = transaction.Request.Headers;
        var open = _openReinvite;
        _openReinvite = null;

        // Over before it is answered: whoever sees our 200 finds the call gone here as well.
        Finish(new(SipEndCause.HungUp, ByRemote: true, Reason: headers.Text(SipNames.Reason)) { Headers = headers });
        Answer(transaction, 200);
        if (open is not null)
        {
            // §15.1.2: pending requests of the dialog are answered 487.
            Answer(open, 487);
        }

        OnByeAnswered();
    }

    private void ReceiveInfo(ServerTransaction transaction)
    {
        if (!HasRoomForEvents)
        {
            Answer(transaction, 503);
            return;
        }

        var request = transaction.Request;
        if (request.Body.IsEmpty)
        {
            Answer(transaction, 200);
            return;
        }

        if (DtmfBody.TryParse(request.ContentType, request.Body.Span, out var digit, out var milliseconds))
        {
            Answer(transaction, 200);
            Tell(new SipCallEvent.Dtmf(digit, milliseconds));
            return;
        }

        var refusal = SipResponse.For(request, 415, null, LocalTag);
        refusal.Headers.Add(SipNames.Accept, DtmfBody.Accepted);
        transaction.Respond(refusal);
    }

    private void ReceiveOffer(ServerTransaction transaction)
    {
        var request = transaction.Request;
        var isUpdate = request.Method == SipMethods.Update;
        if (!isUpdate)
        {
            transaction.Respond(SipResponse.For(request, 100));
        }

        if (RefuseByTimer(transaction))
        {
            return;
        }

        if (isUpdate && request.Body.IsEmpty)
        {
            // A session refresh: nothing to decide (RFC 3311 §5.2, RFC 4028 §7.4).
            Dialog!.Refresh(request);
            var refreshed = SipResponse.For(request, 200, null, LocalTag);
            AddSessionHeaders(refreshed);
            AgreeOnTimer(request, refreshed);
            transaction.Respond(refreshed);
            return;
        }

        var verdict = IsInviteOpen || (!isUpdate && _repeater is not null) ? (HasOwnInvite ? OfferAnswer.Verdict.Glare : OfferAnswer.Verdict.Busy)
            : Offers(request.Body.IsEmpty ? OfferAnswer.Input.OfferSent : OfferAnswer.Input.OfferReceived);
        if (verdict != OfferAnswer.Verdict.Fine || !HasRoomForEvents)
        {
            RefuseOffer(transaction, verdict);
            return;
        }

        _openReinvite = transaction;
        var timeout = Stack.Queue.Set(Stack.Options.ReplyWithin, () => Box.Post(() => { Reply(transaction, 488, "No Decision In Time", default); }));
        transaction.Cancelled = _ => Box.Post(() => { Reply(transaction, 487, null, default); });
        transaction.Failed = _ => Box.Post(() => { Reply(transaction, 408, null, default); });
        Tell(new SipCallEvent.Reinvited(new(request.Body, isUpdate, (code, reason, sdp) => Box.AskAsync(() =>
        {
            timeout.Cancel();
            return Reply(transaction, code, reason, sdp);
        }))));
    }

    private void RefuseOffer(ServerTransaction transaction, OfferAnswer.Verdict verdict)
    {
        if (verdict == OfferAnswer.Verdict.Glare)
        {
            Answer(transaction, 491);
            return;
        }

        // §14.2: 500 with a random time of 0 to 10 seconds.
        Span<byte> chance = stackalloc byte[1];
        Stack.Random.Fill(chance);
        var busy = SipResponse.For(transaction.Request, 500, null, LocalTag);
        busy.Headers.Add(SipNames.RetryAfter, (chance[0] % 11).ToString(null, null));
        transaction.Respond(busy);
    }

    private bool Reply(ServerTransaction transaction, int code, string? reason, ReadOnlyMemory<byte> sdp)
    {
        if (!ReferenceEquals(_openReinvite, transaction))
        {
            return false;
        }

        _openReinvite = null;
        var request = transaction.Request;
        if (code is < 200 or >= 300)
        {
            Offers(OfferAnswer.Input.Abandoned);
            Answer(transaction, code is < 300 or > 699 ? 488 : code, reason);
            return true;
        }

        Dialog!.Refresh(request);
        var response = SipResponse.For(request, 200, reason, LocalTag);
        AddSessionHeaders(response);
        AgreeOnTimer(request, response);
        SetSdp(response, sdp);
        var lateOffer = request.Body.IsEmpty;
        if (!lateOffer)
        {
            Offers(OfferAnswer.Input.AnswerSent);
            RemoteSdp = request.Body;
        }

        if (request.IsInvite)
        {
            SendSuccess(transaction, response, lateOffer);
        }
        else
        {
            transaction.Respond(response);
        }

        Box.Post(FollowTargetAsync);
        return true;
    }
}
