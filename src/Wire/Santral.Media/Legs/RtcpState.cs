using Santral.Media.Rtcp;
using Santral.Media.Rtp;

namespace Santral.Media.Legs;

/// <summary>When a leg reports next, and what its peer reported (RFC 3550 §6.4).</summary>
internal sealed class RtcpState(long intervalNs)
{
    private long _nextNs;
    private long _packetsAtReport;
    private uint _lastSenderReport;
    private long _lastSenderReportNs;

    internal long? RemoteLost { get; private set; }

    internal double? RemoteJitterMs { get; private set; }

    internal double? RoundTripMs { get; private set; }

    internal bool IsDue(long nowNs)
    {
        if (_nextNs == 0)
        {
            _nextNs = nowNs + intervalNs;
        }

        return nowNs >= _nextNs;
    }

    internal int Write(Span<byte> into, RtpStreamOut sent, RtpStreamIn heard, ulong ntp, long nowNs, bool bye)
    {
        _nextNs = nowNs + intervalNs;
        var active = sent.Packets != _packetsAtReport;
        _packetsAtReport = sent.Packets;
        var delay = (uint)((nowNs - _lastSenderReportNs) * 65536 / 1_000_000_000);
        return RtcpWriter.Write(into, sent, active, heard, ntp, _lastSenderReport, delay, bye);
    }

    internal void Take(in RtcpReading reading, ulong ntp, long nowNs)
    {
        if (reading.HasSenderReport)
        {
            _lastSenderReport = reading.SenderNtpMiddle;
            _lastSenderReportNs = nowNs;
        }

        if (!reading.HasBlock)
        {
            return;
        }

        RemoteLost = reading.Lost;
        RemoteJitterMs = reading.Jitter / 8.0;
        if (reading.LastReport != 0)
        {
            var trip = (int)((uint)(ntp >> 16) - reading.LastReport - reading.DelaySinceLastReport);
            RoundTripMs = Math.Max(0, trip) * 1000.0 / 65536; // clocks are coarse: a trip below zero is none
        }
    }
}
