using System.Threading.Channels;
using Santral.Sip.Dialogs;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;
using Santral.Sip.Transports;

namespace Santral.Sip.UserAgent;

/// <summary>Decides what becomes of a new request: refused by rule, given to its call, or made into a call (RFC 3261 §8.2).</summary>
internal sealed class Dispatcher(SipStack stack, ChannelWriter<IncomingCall> calls, Registrar? registrar) : ISipCore
{
    private static readonly SipHeader Allow = new(SipNames.Allow, SipMethods.Allowed);
    private static readonly SipHeader Accept = new(SipNames.Accept, "application/sdp");

    private readonly SipHeader _retryAfter =
        new(SipNames.RetryAfter, ((int)Math.Ceiling(stack.Options.Admission.RetryAfter.TotalSeconds)).ToString(null, null));

    private readonly RefusedLately _refused = new(stack.Clock, stack.Options.Timers.GiveUp);

    private readonly DigestServer? _digest = registrar?.Digest;

    public void OnRequest(SipRequest request, SipFlow flow)
    {
        if (IsStranger(flow) && !IsHeardFromAnywhere(request))
        {
            stack.Counters.Add(SipCounter.UnknownSource);
            return;
        }

        if (request.Method == SipMethods.Cancel)
        {
            OnCancel(request, flow);
            return;
        }

        if (IsRefusedByRule(request, flow))
        {
            return;
        }

        if (request.To!.Tag is { } tag)
        {
            OnInDialog(request, flow, tag);
            return;
        }

        if (stack.Transactions.IsMerged(request))
        {
            stack.Refuse(request, flow, 482);
            return;
        }

        switch (request.Method)
        {
            case SipMethods.Invite:
                OnInvite(request, flow);
                break;
            case SipMethods.Options:
                OnOptions(request, flow);
                break;
            case SipMethods.Register when registrar is not null:
                OnRegister(request, flow);
                break;
            case SipMethods.Register:
                stack.Refuse(request, flow, 405, null, Allow);
                break;
            default:
                // BYE, UPDATE and INFO live inside a dialog only (§15.1.2).
                stack.Refuse(request, flow, 481);
                break;
        }
    }

    public void OnAck(SipRequest ack, SipFlow flow)
    {
        if (ack.To?.Tag is { } tag && stack.Calls.TryGetValue((ack.CallId!, tag), out var call))
        {
            call.Post(() => call.ReceiveAck(ack));
            return;
        }

        stack.Counters.Add(SipCounter.StrayAcks);
    }

    public void OnMalformed(SipRequest request, SipFault fault, SipFlow flow)
    {
        if (IsStranger(flow))
        {
            stack.Counters.Add(SipCounter.UnknownSource);
            return;
        }

        stack.Refuse(request, flow, fault.Code, fault.Phrase);
    }

    public void OnStraySuccess(SipResponse response, SipFlow flow)
    {
        // Its transaction is over for 32 s at least: the sender has given up repeating as well.
    }

    private bool IsStranger(SipFlow flow)
    {
        if (stack.Options.Sources is not { } rule)
        {
            return false;
        }

        var source = HostPort.WithoutScope(flow.Remote.Address);
        return !rule.MayAsk(source) && registrar?.IsPhoneAt(source) != true;
    }

    /// <summary>A phone that registers has to come from somewhere new; the tags of a call and the branch of an INVITE are known to its other side only.</summary>
    private bool IsHeardFromAnywhere(SipRequest request) =>
        (request.Method == SipMethods.Register && registrar is not null)
        || (request.To!.Tag is { } tag && stack.Calls.ContainsKey((request.CallId!, tag)))
        || (request.Method == SipMethods.Cancel && stack.Transactions.FindInvite(request) is not null);

    private bool IsRefusedByRule(SipRequest request, SipFlow flow)
    {
        // §8.2.1: known but not allowed is 405, unknown is 501.
        if (!SipMethods.IsDone(request.Method))
        {
            stack.Refuse(request, flow, SipMethods.IsKnown(request.Method) ? 405 : 501, null, Allow);
            return true;
        }

        if (!request.Uri.IsSip && request.Uri.Scheme != "tel")
        {
            stack.Refuse(request, flow, 416);
            return true;
        }

        if (request.To!.Tag is null && !stack.IsOurs(request.Uri, flow))
        {
            // We forward nothing: not found, unless it could not have gone further anyway (§16.3 point 3).
            stack.Refuse(request, flow, request.Number(SipNames.MaxForwards) == 0 ? 483 : 404);
            return true;
        }

        if (request.Headers.Has(SipNames.Require))
        {
            var unknown = request.Headers.List(SipNames.Require).Where(o => !Extensions.IsSupported(o)).ToArray();
            if (unknown.Length > 0)
            {
                stack.Refuse(request, flow, 420, null, new SipHeader(SipNames.Unsupported, string.Join(", ", unknown)));
                return true;
            }
        }

        return false;
    }

    private void OnInvite(SipRequest request, SipFlow flow)
    {
        stack.Counters.Add(SipCounter.InvitesSeen);
        var key = ServerKey.Of(request);
        if (_refused.Has(key) || stack.Transactions.IsFull || !stack.Admission.TryEnter(out var ticket))
        {
            _refused.Add(key);
            stack.Counters.Add(SipCounter.RefusedByAdmission);
            stack.Refuse(request, flow, 503, null, _retryAfter);
            return;
        }

        if (BodyRule.Refusal(request) is { } refusal)
        {
            stack.Admission.End(ticket);
            stack.Refuse(request, flow, refusal.Code, null, refusal.Header);
            return;
        }

        SipCall? replaced = null;
        if (request.Headers.Has(SipNames.Replaces) && (ReplacedCall.Find(stack, request, out replaced) is var code and not 0))
        {
            stack.Admission.End(ticket);
            stack.Refuse(request, flow, code);
            return;
        }

        if (stack.Transactions.Serve(request, flow) is not { } transaction)
        {
            stack.Admission.End(ticket);
            return;
        }

        // §17.2.1: 100 at once, so that the caller stops repeating whatever the application does.
        transaction.Respond(SipResponse.For(request, 100));
        var tag = stack.NewTag();
        var call = new IncomingCall(stack, transaction, tag, ticket, Dialog.ForServer(request, tag, stack.NewCSeq())) { Replaces = replaced };
        stack.Calls[(call.CallId, tag)] = call;
        call.Post(() => AuthorizeAsync(call, transaction));
    }

    private async ValueTask AuthorizeAsync(IncomingCall call, ServerTransaction transaction)
    {
        var request = transaction.Request;
        var verdict = stack.Options.AuthorizeInvite?.Decide(new(request.Uri, request.From!, transaction.ArrivedOn, request.Headers, call.Replaces)) ?? InviteVerdict.Accept;
        if (verdict.RefuseCode != 0)
        {
            call.Refuse(verdict.RefuseCode, null);
            return;
        }

        if (verdict.Challenge && _digest is not null)
        {
            var proof = await _digest.CheckAsync(request);
            if (proof.User is null)
            {
                call.Refuse(401, null, _digest.Challenge(request, proof.Stale));
                return;
            }

            call.AuthenticatedUser = proof.User;
        }
        else if (verdict.Challenge)
        {
            // Asked for proof with nobody to check it: the safe answer.
            call.Refuse(403, null);
            return;
        }

        if (call.RefuseByInitialTimer(transaction))
        {
            return;
        }

        if (!call.IsEnded && !calls.TryWrite(call))
        {
            stack.Counters.Add(SipCounter.RefusedByAdmission);
            call.Refuse(503, null, _retryAfter);
        }
    }

    private void OnCancel(SipRequest cancel, SipFlow flow)
    {
        if (stack.Transactions.FindInvite(cancel) is not { } invite)
        {
            stack.Refuse(cancel, flow, 481);
            return;
        }

        if (stack.Transactions.Serve(cancel, flow) is not { } transaction)
        {
            return;
        }

        transaction.Respond(SipResponse.For(cancel, 200, null, stack.NewTag()));
        if (!invite.IsAnswered)
        {
            invite.Cancelled?.Invoke(cancel);
        }
    }

    private void OnInDialog(SipRequest request, SipFlow flow, string tag)
    {
        if (!stack.Calls.TryGetValue((request.CallId!, tag), out var call))
        {
            stack.Refuse(request, flow, 481);
            return;
        }

        if (request.Method == SipMethods.Register)
        {
            stack.Refuse(request, flow, 400);
            return;
        }

        if (stack.Transactions.Serve(request, flow) is { } transaction)
        {
            call.Post(() => call.Receive(transaction));
        }
    }

    private void OnOptions(SipRequest request, SipFlow flow)
    {
        // A repeat gets the same answer, so no transaction is needed to absorb it.
        stack.AnswerOnce(
            request, flow, 200, null, Allow, Accept, new(SipNames.AcceptEncoding, "identity"), new(SipNames.AcceptLanguage, "en"),
            new(SipNames.Supported, Extensions.Supported), new(SipNames.Server, stack.Options.ProductName));
    }

    private void OnRegister(SipRequest request, SipFlow flow)
    {
        // §10.3 point 5: what is registered is a SIP address; anything else is not worth asking for proof.
        if (!request.To!.Uri.IsSip)
        {
            stack.Refuse(request, flow, 400, "Bad To");
            return;
        }

        // Who has not answered a challenge of ours yet is kept nowhere: anybody can send this in any number.
        if (!registrar!.Digest.MayProve(request))
        {
            stack.AnswerOnce(request, flow, 401, null, [.. registrar.Digest.Challenge(request, stale: false), new(SipNames.Server, stack.Options.ProductName)]);
            return;
        }

        if (stack.Transactions.IsFull)
        {
            stack.Counters.Add(SipCounter.RefusedByAdmission);
            stack.Refuse(request, flow, 503, null, _retryAfter);
            return;
        }

        if (stack.Transactions.Serve(request, flow) is { } transaction)
        {
            _ = RegisterAsync(transaction);
        }
    }

    private async Task RegisterAsync(ServerTransaction transaction)
    {
        // Off the receive loop: looking up a password may wait for a disk.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await registrar!.ReceiveAsync(transaction);
        }
        catch (Exception error)
        {
            stack.Fault("registrar", error);
            transaction.Respond(SipResponse.For(transaction.Request, 500, null, stack.NewTag()));
        }
    }
}
