using Santral.Sip.Messages;

namespace Santral.Sip.Transports;

/// <summary>What one datagram is: a keep-alive, a message or a fault. The same for a socket and for a test.</summary>
internal static class DatagramReader
{
    public static void Take(ReadOnlySpan<byte> datagram, SipFlow flow, ISipReceiver receiver, SipLimits limits, SipCounters counters)
    {
        // Keep-alives of phones behind NAT: line ends, or a single zero byte from some.
        if (datagram.Length <= 4 && !datagram.ContainsAnyExcept("\r\n\0"u8))
        {
            counters.Add(SipCounter.KeepAlive);
            return;
        }

        if (datagram.Length > limits.MessageBytes)
        {
            counters.Add(SipFaultWhy.MessageTooLong);
            return;
        }

        if (SipParser.Datagram(datagram, limits, out var parsed) == ParseStatus.Complete)
        {
            receiver.OnMessage(parsed.Message!, flow);
        }
        else
        {
            receiver.OnFault(parsed, flow);
        }
    }
}
