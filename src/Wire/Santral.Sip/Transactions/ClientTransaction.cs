using Santral.Sip.Messages;
using Santral.Sip.Transports;

namespace Santral.Sip.Transactions;

/// <summary>Who waits for the answers of a request. Both run under the transaction's lock: they may only post.</summary>
internal interface IClientUser
{
    void OnResponse(ClientTransaction transaction, SipResponse response);

    void OnFailed(ClientTransaction transaction, bool timeout);
}

/// <summary>A request of ours, repeated until answered (RFC 3261 §17.1).</summary>
internal sealed class ClientTransaction : TransactionDriver
{
    private readonly bool _invite;
    private readonly IClientUser _user;
    private SipFlow? _otherWay;

    public ClientTransaction(TransactionLayer layer, ClientKey key, SipRequest request, SipFlow flow, IClientUser user)
        : base(layer, flow)
    {
        Key = key;
        Request = request;
        _user = user;
        _invite = request.IsInvite;
    }

    public ClientKey Key { get; }

    public SipRequest Request { get; }

    protected override int Terminated => _invite ? (int)InviteClient.State.Terminated : (int)NonInviteClient.State.Terminated;

    protected override int TransportError => _invite ? (int)InviteClient.Input.TransportError : (int)NonInviteClient.Input.TransportError;

    public void Begin() => Begin(Beginning, Request);

    /// <summary>The stream was tried because of the length of the request: without a stream, or without an answer, it goes by datagram after all (§18.1.1).</summary>
    public void BeginWith(SipFlow otherWay, TimeSpan patience)
    {
        _otherWay = otherWay;
        Begin();
        Layer.Queue.Set(patience, TransportUnheard);
    }

    public void Receive(SipResponse response) => Feed(_invite
        ? (int)(response.IsProvisional ? InviteClient.Input.Provisional : response.IsSuccess ? InviteClient.Input.Success : InviteClient.Input.Failure)
        : (int)(response.IsProvisional ? NonInviteClient.Input.Provisional : NonInviteClient.Input.Final), response);

    protected override (int Next, Do Effects) Step(int state, int input)
    {
        if (_invite)
        {
            var (next, effects) = InviteClient.Step((InviteClient.State)state, (InviteClient.Input)input);
            return ((int)next, effects);
        }
        else
        {
            var (next, effects) = NonInviteClient.Step((NonInviteClient.State)state, (NonInviteClient.Input)input);
            return ((int)next, effects);
        }
    }

    protected override int TimerInput(Do timer) => timer switch
    {
        Do.StartA or Do.DoubleA => (int)InviteClient.Input.TimerA,
        Do.StartB => (int)InviteClient.Input.TimerB,
        Do.StartD => (int)InviteClient.Input.TimerD,
        Do.StartM => (int)InviteClient.Input.TimerM,
        Do.StartE or Do.DoubleE or Do.SlowE => (int)NonInviteClient.Input.TimerE,
        Do.StartF => (int)NonInviteClient.Input.TimerF,
        _ => (int)NonInviteClient.Input.TimerK,
    };

    protected override void ToUser(SipMessage message) => _user.OnResponse(this, (SipResponse)message);

    protected override void Tell(bool timeout) => _user.OnFailed(this, timeout);

    /// <summary>The ACK of a refusal belongs to the transaction: same branch, To of the response (§17.1.1.3).</summary>
    protected override SipRequest AckFor(SipMessage message)
    {
        var ack = SameHop(SipMethods.Ack);
        message.Headers.CopyTo(ack.Headers, SipNames.To);
        return ack;
    }

    /// <summary>CANCEL goes the way of its request, hop by hop (§9.1).</summary>
    public SipRequest Cancel()
    {
        var cancel = SameHop(SipMethods.Cancel);
        Request.Headers.CopyTo(cancel.Headers, SipNames.To);
        return cancel;
    }

    protected override void Forget() => Layer.Forget(this);

    /// <summary>Both tables begin in their state 0, and leave it at the first answer.</summary>
    private bool IsUnheard => State == 0;

    private Do Beginning => _invite ? InviteClient.Begin : NonInviteClient.Begin;

    /// <summary>The branch stays: should both arrive, the second is a repeat of the first.</summary>
    protected override bool TakeOtherWay()
    {
        if (_otherWay is not { } other || !IsUnheard)
        {
            return false;
        }

        _otherWay = null;
        Layer.HasNoStream(other);
        Flow = other;
        Request.SetTopVia(Request.TopVia! with { Transport = other.TransportName, SentBy = other.Advertised });
        Begin(Beginning, Request);
        return true;
    }

    private void TransportUnheard()
    {
        if (_otherWay is not null && IsUnheard)
        {
            TransportFailed();
        }
    }

    private SipRequest SameHop(string method)
    {
        var request = new SipRequest(method, Request.Uri);
        request.Headers.Add(SipNames.Via, Request.TopVia!.ToString());
        Request.Headers.CopyTo(request.Headers, SipNames.Route);
        request.Headers.Add(SipNames.MaxForwards, "70");
        Request.Headers.CopyTo(request.Headers, SipNames.From);
        Request.Headers.CopyTo(request.Headers, SipNames.CallId);
        request.Headers.Add(SipNames.CSeq, string.Create(null, $"{Request.CSeq!.Value.Number} {method}"));
        return request;
    }
}
