using System.Collections.Concurrent;
using System.Net;
using Santral.Sip.Messages;
using Santral.Sip.Transports;

namespace Santral.Sip.Transactions;

/// <summary>
/// Whether a request goes by a stream although a datagram was meant: RFC 3261 §18.1.1, for more than 1,300 bytes where the path is not known. A place that took no
/// stream is left alone for a while, or each of its long requests would begin by waiting.
/// </summary>
internal sealed class StreamChoice(TimeProvider clock)
{
    public const int LongestDatagram = 1_300;

    /// <summary>A stream that is neither refused nor answered within this time (a firewall that drops) is given up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(10);

    private const int MostPlaces = 10_000;

    private readonly ConcurrentDictionary<IPEndPoint, long> _without = new();

    public bool IsWanted(SipRequest request, SipFlow flow) =>
        !flow.IsReliable && IsLong(request) && !(_without.TryGetValue(flow.Remote, out var since) && clock.GetElapsedTime(since) < AskAgainAfter);

    public void HasNone(SipFlow flow)
    {
        if (_without.Count >= MostPlaces)
        {
            _without.Clear();
        }

        _without[flow.Remote] = clock.GetTimestamp();
    }

    /// <summary>Without making bytes of it unless it is near: most requests are short.</summary>
    private static bool IsLong(SipRequest request)
    {
        var least = request.Body.Length;
        foreach (var header in request.Headers)
        {
            least += header.Name.Length + header.Value.Length + 4;
        }

        return least + SipLimits.Default.UriBytes > LongestDatagram && request.ToBytes().Length > LongestDatagram;
    }
}
