using Santral.Sip.Dialogs;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;

namespace Santral.Sip.UserAgent;

/// <summary>What we ask inside the dialog: re-INVITE, UPDATE, INFO, BYE, and the answers to them.</summary>
public abstract partial class SipCall
{
    private Action<ReinviteResult>? _waiting;
    private SipRequest? _openInvite;
    private ClientTransaction? _reinvite;

    /// <summary>Credentials for challenges to our own requests in this call.</summary>
    private protected DigestCredentials? Credentials { get; set; }

    private protected bool HasOwnInvite => _openInvite is not null;

    private protected virtual bool IsInviteOpen => _openInvite is not null || _openReinvite is { Request.IsInvite: true };

    /// <summary>Offers a changed session (hold, new address). An empty offer asks for the other side's.</summary>
    public Task<ReinviteResult> ReinviteAsync(ReadOnlyMemory<byte> sdp) => ChangeAsync(SipMethods.Invite, sdp);

    /// <summary>As <see cref="ReinviteAsync"/> but by UPDATE (RFC 3311), for peers that allow it.</summary>
    public Task<ReinviteResult> UpdateAsync(ReadOnlyMemory<byte> sdp) => ChangeAsync(SipMethods.Update, sdp);

    private async Task<ReinviteResult> ChangeAsync(string method, ReadOnlyMemory<byte> sdp)
    {
        var done = new TaskCompletionSource<ReinviteResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        Box.Post(() => Change(method, sdp, result => done.TrySetResult(result), again: true));
        return await done.Task;
    }

    private void Change(string method, ReadOnlyMemory<byte> sdp, Action<ReinviteResult> done, bool again)
    {
        if (_ended || Dialog is null || !IsConfirmed)
        {
            done(new(481, ReasonPhrases.For(481), default));
            return;
        }

        if (IsInviteOpen || _waiting is not null || IsAwaitingAck || (!sdp.IsEmpty && Offers(OfferAnswer.Input.OfferSent) != OfferAnswer.Verdict.Fine))
        {
            done(new(491, ReasonPhrases.For(491), default));
            return;
        }

        _waiting = done;
        var request = Dialog.NewRequest(method);
        AddSessionHeaders(request);
        AskForTimer(request);
        SetSdp(request, sdp);
        if (request.IsInvite)
        {
            _openInvite = request;
        }

        Exchange(request, response => OnChangeAnswered(request, response, sdp, done, again));
    }

    private void OnChangeAnswered(
        SipRequest request, SipResponse? response, ReadOnlyMemory<byte> sdp, Action<ReinviteResult> done, bool again)
    {
        _openInvite = null;
        _waiting = null;
        if (response is { IsSuccess: true })
        {
            Dialog?.Refresh(response);
            if (request.IsInvite)
            {
                SendAck(request.CSeq!.Value.Number, default);
            }

            if (!response.Body.IsEmpty)
            {
                Offers(sdp.IsEmpty ? OfferAnswer.Input.Abandoned : OfferAnswer.Input.AnswerReceived);
                RemoteSdp = response.Body;
            }

            LearnTimer(response, weAreCaller: true);
            Box.Post(FollowTargetAsync);
            done(new(response.Code, response.Reason, response.Body));
            return;
        }

        Offers(OfferAnswer.Input.Abandoned);
        if (!_ended && MayAskLonger(response))
        {
            Change(request.Method, sdp, done, again);
            return;
        }

        var code = response?.Code ?? 408;
        if (code == 491 && again && !_ended)
        {
            // §14.1: the owner of the Call-ID waits 2.1-4 s, the other 0-2 s, in units of 10 ms; then tries once more.
            Span<byte> chance = stackalloc byte[1];
            Stack.Random.Fill(chance);
            var wait = TimeSpan.FromMilliseconds(OwnsCallId ? 2_100 + (10 * (chance[0] * 190 / 255)) : 10 * (chance[0] * 200 / 255));
            Stack.Queue.Set(wait, () => Box.Post(() => Change(request.Method, sdp, done, again: false)));
            return;
        }

        done(new(code, response?.Reason ?? ReasonPhrases.For(code), default));
        if (code is 481 or 408)
        {
            // §12.2.1.2: the other side does not know the dialog any more, or is gone.
            SendBye(null);
            Finish(new(code == 408 ? SipEndCause.TimedOut : SipEndCause.HungUp, ByRemote: true, code));
        }
    }

    /// <summary>Sends a body by INFO; false when the other side refuses or is gone.</summary>
    public async Task<bool> SendInfoAsync(string contentType, ReadOnlyMemory<byte> body)
    {
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Box.Post(() =>
        {
            if (_ended || Dialog is null || !IsConfirmed)
            {
                done.TrySetResult(false);
                return;
            }

            var info = Dialog.NewRequest(SipMethods.Info);
            info.Headers.Add(SipNames.ContentType, contentType);
            info.Body = body;
            AddOwnHeaders(info);
            Exchange(info, response => done.TrySetResult(response is { IsSuccess: true }));
        });
        return await done.Task;
    }

    private protected abstract bool IsConfirmed { get; }

    /// <summary>Who sent the first INVITE made the Call-ID.</summary>
    private protected abstract bool OwnsCallId { get; }

    private protected void SendAck(uint cseq, ReadOnlyMemory<byte> sdp)
    {
        var ack = Dialog!.NewAck(cseq);
        SetSdp(ack, sdp);
        Stack.Transactions.AddVia(ack, Flow);
        Flow.TrySend(ack.ToBytes());
    }

    /// <summary>Sends a request inside the dialog; the final answer (null: none came) is handled in the mailbox. A challenge is answered once.</summary>
    private protected void Exchange(SipRequest request, Action<SipResponse?> onFinal) => Send(request, new Waiter(this, request, onFinal, mayAuthenticate: true));

    private void Send(SipRequest request, Waiter waiter)
    {
        var transaction = Stack.Transactions.Send(request, Flow, waiter);
        if (request.IsInvite)
        {
            _reinvite = transaction;
        }
    }

    private void FailWaiting()
    {
        if (_reinvite is { IsOver: false } open)
        {
            // After 100 and then nothing no timer ends it; the BYE has told the other side.
            Stack.Queue.Set(Stack.Options.Timers.GiveUp, open.Abandon);
        }

        var waiting = _waiting;
        _waiting = null;
        waiting?.Invoke(new(481, ReasonPhrases.For(481), default));
    }

    private sealed class Waiter(SipCall call, SipRequest request, Action<SipResponse?> onFinal, bool mayAuthenticate) : IClientUser
    {
        private bool _done;

        public void OnResponse(ClientTransaction transaction, SipResponse response)
        {
            if (response.IsFinal)
            {
                call.Box.Post(() => Finish(response));
            }
        }

        public void OnFailed(ClientTransaction transaction, bool timeout) => call.Box.Post(() => Finish(null));

        private void Finish(SipResponse? response)
        {
            if (_done)
            {
                if (response is { IsSuccess: true } && request.IsInvite)
                {
                    // A repeated 2xx means that our ACK was lost (§13.2.2.4).
                    call.SendAck(request.CSeq!.Value.Number, default);
                }

                return;
            }

            _done = true;
            if (mayAuthenticate && response is { Code: 401 or 407 } && call.Credentials is { } credentials && call.Dialog is { } dialog
                && DigestClient.TryAnswer(response, request, credentials, call.Stack.Random, out var header))
            {
                var next = dialog.NewRequest(request.Method);
                foreach (var old in request.Headers)
                {
                    if (!old.Is(SipNames.Via) && !next.Headers.Has(old.Name))
                    {
                        next.Headers.Add(old);
                    }
                }

                next.Headers.Add(header);
                next.Body = request.Body;
                call.Send(next, new Waiter(call, next, onFinal, mayAuthenticate: false));
                return;
            }

            onFinal(response);
        }
    }
}
