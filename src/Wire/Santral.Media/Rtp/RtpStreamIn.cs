namespace Santral.Media.Rtp;

/// <summary>What a packet is to the stream it came in.</summary>
internal enum RtpArrival
{
    /// <summary>The first of a source, or the first after the source started over.</summary>
    First,
    Next,

    /// <summary>Late or repeated.</summary>
    Old,

    /// <summary>Its sequence number is far off; two in a row make a new start (RFC 3550 A.1).</summary>
    Implausible,
}

/// <summary>Counts of one incoming RTP stream: extended sequence, loss, jitter (RFC 3550 A.1, A.3, A.8).</summary>
internal sealed class RtpStreamIn
{
    private const int MaxDropout = 3000;
    private const int MaxMisorder = 100;
    private ushort _highest;
    private uint _cycles;
    private uint _base;
    private int _expectedAfterJump = -1;
    private long _receivedOfSource;
    private long _lostEarlier;
    private long _expectedAtReport;
    private long _receivedAtReport;
    private double _jitter;
    private uint _lastTransit;
    private bool _hasTransit;

    internal bool HasSource { get; private set; }

    internal uint Ssrc { get; private set; }

    internal long Packets { get; private set; }

    internal long Octets { get; private set; }

    /// <summary>Cycles and the highest sequence number, as a receiver report carries them.</summary>
    internal uint ExtendedHighest => _cycles + _highest;

    internal double JitterSamples => _jitter;

    internal long Lost => _lostEarlier + LostOfSource;

    private long LostOfSource => HasSource ? Expected - _receivedOfSource : 0;

    private long Expected => (long)ExtendedHighest - _base + 1;

    internal RtpArrival Count(in RtpHeader header, int payloadLength)
    {
        Packets++;
        Octets += payloadLength;
        if (!HasSource || header.Ssrc != Ssrc)
        {
            Begin(header);
            return RtpArrival.First;
        }

        var step = (ushort)(header.Sequence - _highest);
        if (step is > 0 and < MaxDropout)
        {
            if (header.Sequence < _highest)
            {
                _cycles += 65536;
            }

            _highest = header.Sequence;
            _expectedAfterJump = -1;
            _receivedOfSource++;
            return RtpArrival.Next;
        }

        if (step == 0 || step > 65536 - MaxMisorder)
        {
            _receivedOfSource++;
            return RtpArrival.Old;
        }

        if (header.Sequence == _expectedAfterJump)
        {
            Begin(header);
            return RtpArrival.First;
        }

        _expectedAfterJump = (ushort)(header.Sequence + 1);
        return RtpArrival.Implausible;
    }

    /// <summary>Interarrival jitter; only for audio, since event packets repeat their timestamp.</summary>
    internal void MeasureJitter(uint timestamp, long nowNs)
    {
        var arrival = (uint)(nowNs / 125_000); // 8 kHz units
        var transit = arrival - timestamp;
        if (_hasTransit)
        {
            var difference = Math.Abs((double)(int)(transit - _lastTransit));
            if (difference < 8000)
            {
                _jitter += (difference - _jitter) / 16;
            }
        }

        _lastTransit = transit;
        _hasTransit = true;
    }

    /// <summary>The fraction lost since the last report in 1/256, as RFC 3550 A.3 counts it.</summary>
    internal byte TakeFractionLost()
    {
        var expected = Expected - _expectedAtReport;
        var received = _receivedOfSource - _receivedAtReport;
        _expectedAtReport = Expected;
        _receivedAtReport = _receivedOfSource;
        var lost = expected - received;
        return expected <= 0 || lost <= 0 ? (byte)0 : (byte)Math.Min(255, (lost << 8) / expected);
    }

    /// <summary>Loss for the 24 bits of a report block.</summary>
    internal int ReportedLoss => (int)Math.Clamp(LostOfSource, -0x800000, 0x7FFFFF);

    private void Begin(in RtpHeader header)
    {
        _lostEarlier += LostOfSource;
        HasSource = true;
        Ssrc = header.Ssrc;
        _highest = header.Sequence;
        _base = header.Sequence;
        _cycles = 0;
        _receivedOfSource = 1;
        _expectedAtReport = 0;
        _receivedAtReport = 0;
        _expectedAfterJump = -1;
        _hasTransit = false;
    }
}
