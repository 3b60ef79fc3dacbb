using System.Globalization;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;
using Santral.Sip.Transports;

namespace Santral.Sip.UserAgent;

/// <summary>One OPTIONS of ours and the final answer to it. A challenge is an answer too: somebody is there.</summary>
internal sealed class OptionsPing : IClientUser
{
    private readonly TaskCompletionSource<int> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public OptionsPing(SipStack stack, SipUri target, NameAddr from, SipFlow flow)
    {
        var request = new SipRequest(SipMethods.Options, target with { Headers = null });
        request.Headers.Add(SipNames.MaxForwards, "70");
        request.Headers.Add(SipNames.From, from.WithTag(stack.NewTag()).ToString());
        request.Headers.Add(SipNames.To, new NameAddr(target with { Parameters = SipParameters.Empty, Headers = null }).ToString());
        request.Headers.Add(SipNames.CallId, stack.Random.Hex(16));
        request.Headers.Add(SipNames.CSeq, string.Create(CultureInfo.InvariantCulture, $"{stack.NewCSeq()} OPTIONS"));
        request.Headers.Add(SipNames.Contact, stack.ContactFor(flow).ToString());
        request.Headers.Add(SipNames.Accept, "application/sdp");
        request.Headers.Add(SipNames.UserAgent, stack.Options.ProductName);
        stack.Transactions.Send(request, flow, this);
    }

    public Task<int> Answer => _answer.Task;

    public void OnResponse(ClientTransaction transaction, SipResponse response)
    {
        if (response.IsFinal)
        {
            _answer.TrySetResult(response.Code);
        }
    }

    public void OnFailed(ClientTransaction transaction, bool timeout) => _answer.TrySetResult(0);
}
