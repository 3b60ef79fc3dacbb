using System.Net;
using Santral.Sip.Messages;

namespace Santral.Sip.Transports;

/// <summary>Where the answer of a request goes: RFC 3261 §18.2.2, RFC 3581 §4.</summary>
internal static class AnswerFlow
{
    private const int DefaultPort = 5060;

    public static SipFlow For(SipRequest request, SipFlow flow)
    {
        if (flow.IsReliable || request.TopVia is not { } via)
        {
            return flow;
        }

        var port = via.WantsRport ? flow.Remote.Port : via.SentBy.Port ?? DefaultPort;
        return port == flow.Remote.Port ? flow : new(flow.Transport, new IPEndPoint(flow.Remote.Address, port));
    }
}
