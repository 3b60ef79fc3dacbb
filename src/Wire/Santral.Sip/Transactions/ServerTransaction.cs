using Santral.Sip.Messages;
using Santral.Sip.Transports;

namespace Santral.Sip.Transactions;

/// <summary>A request we must answer; repeats of it are absorbed here (RFC 3261 §17.2).</summary>
internal sealed class ServerTransaction : TransactionDriver
{
    private readonly bool _invite;

    public ServerTransaction(TransactionLayer layer, ServerKey key, SipRequest request, SipFlow flow, SipFlow answerFlow)
        : base(layer, answerFlow)
    {
        Key = key;
        Request = request;
        ArrivedOn = flow;
        _invite = request.IsInvite;
    }

    public ServerKey Key { get; }

    public SipRequest Request { get; }

    public SipFlow ArrivedOn { get; }

    /// <summary>Called when the other side is gone; true for a time-out. Runs under the transaction's lock: it may only post.</summary>
    public Action<bool>? Failed { get; set; }

    /// <summary>Called when a CANCEL for this INVITE came in time.</summary>
    public Action<SipRequest>? Cancelled { get; set; }

    public bool IsAnswered => _invite ? State != (int)InviteServer.State.Proceeding : State > (int)NonInviteServer.State.Proceeding;

    protected override int Terminated => _invite ? (int)InviteServer.State.Terminated : (int)NonInviteServer.State.Terminated;

    protected override int TransportError => _invite ? (int)InviteServer.Input.TransportError : (int)NonInviteServer.Input.TransportError;

    public void Receive(SipRequest request) =>
        Feed(request.IsAck ? (int)InviteServer.Input.Ack : _invite ? (int)InviteServer.Input.Invite : (int)NonInviteServer.Input.Request, request);

    public void Respond(SipResponse response) => Feed(_invite
        ? (int)(response.IsProvisional ? InviteServer.Input.SendProvisional : response.IsSuccess ? InviteServer.Input.SendSuccess : InviteServer.Input.SendFailure)
        : (int)(response.IsProvisional ? NonInviteServer.Input.SendProvisional : NonInviteServer.Input.SendFinal), response);

    protected override (int Next, Do Effects) Step(int state, int input)
    {
        if (_invite)
        {
            var (next, effects) = InviteServer.Step((InviteServer.State)state, (InviteServer.Input)input);
            return ((int)next, effects);
        }
        else
        {
            var (next, effects) = NonInviteServer.Step((NonInviteServer.State)state, (NonInviteServer.Input)input);
            return ((int)next, effects);
        }
    }

    protected override int TimerInput(Do timer) => timer switch
    {
        Do.StartG or Do.DoubleG => (int)InviteServer.Input.TimerG,
        Do.StartH => (int)InviteServer.Input.TimerH,
        Do.StartI => (int)InviteServer.Input.TimerI,
        Do.StartL => (int)InviteServer.Input.TimerL,
        _ => (int)NonInviteServer.Input.TimerJ,
    };

    protected override void ToUser(SipMessage message) => Layer.Core.OnAck((SipRequest)message, ArrivedOn);

    protected override void Tell(bool timeout) => Failed?.Invoke(timeout);

    protected override void Forget() => Layer.Forget(this);
}
