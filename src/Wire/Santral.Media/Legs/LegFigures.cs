using Santral.Media.Jitter;
using Santral.Media.Rtp;

namespace Santral.Media.Legs;

/// <summary>How punctual a leg's packets were, and its report at the end.</summary>
internal struct LegFigures
{
    private const long LateNs = 20_000_000;
    private long _late20;
    private long _maxLatenessNs;

    internal void Sent(long latenessNs)
    {
        _late20 += latenessNs > LateNs ? 1 : 0;
        _maxLatenessNs = Math.Max(_maxLatenessNs, latenessNs);
    }

    internal readonly LegReport Report(RtpStreamIn heard, RtpStreamOut sent, PlayoutBuffer voice, RtcpState rtcp) => new()
    {
        PacketsIn = heard.Packets,
        PacketsOut = sent.Packets,
        OctetsIn = heard.Octets,
        OctetsOut = sent.Octets,
        LostIn = heard.Lost,
        TooLateIn = voice.TooLate,
        JitterInMs = heard.JitterSamples / 8,
        Late20 = _late20,
        MaxLatenessMs = _maxLatenessNs / 1e6,
        RemoteLost = rtcp.RemoteLost,
        RemoteJitterMs = rtcp.RemoteJitterMs,
        RoundTripMs = rtcp.RoundTripMs,
    };
}
