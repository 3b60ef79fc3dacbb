namespace Santral.Media.Rtp;

/// <summary>
/// Our own SSRC, sequence and timestamps towards one peer. The timestamp follows the clock over gaps; a stream that takes over the
/// other side's numbers, or counts only what it sends, makes the receiver's jitter buffer grow.
/// </summary>
internal sealed class RtpStreamOut
{
    private readonly uint _firstTimestamp;
    private long _slots;
    private bool _markNext = true;

    internal RtpStreamOut(IRandomBytes random)
    {
        Span<byte> bytes = stackalloc byte[10];
        random.Fill(bytes);
        Ssrc = BitConverter.ToUInt32(bytes);
        _firstTimestamp = BitConverter.ToUInt32(bytes[4..]);
        Sequence = BitConverter.ToUInt16(bytes[8..]);
    }

    internal RtpStreamOut(uint ssrc, ushort sequence, uint timestamp)
    {
        Ssrc = ssrc;
        Sequence = sequence;
        _firstTimestamp = timestamp;
    }

    internal uint Ssrc { get; }

    internal ushort Sequence { get; private set; }

    internal uint Timestamp => _firstTimestamp + (uint)(_slots * Codecs.G711.FrameSamples);

    internal long Packets { get; private set; }

    internal long Octets { get; private set; }

    /// <summary>Passes one 20 ms slot, whether or not a packet was sent in it.</summary>
    internal void PassSlots(long slots)
    {
        _slots += slots;
        _markNext |= slots > 1;
    }

    /// <summary>The next packet begins a talk spurt (RFC 3551 §4.1).</summary>
    internal void MarkNext() => _markNext = true;

    internal void WriteAudioHeader(Span<byte> packet, byte payloadType, int payloadLength)
    {
        WriteHeader(packet, _markNext, payloadType, Timestamp, payloadLength);
        _markNext = false;
    }

    /// <summary>A packet whose timestamp is not the slot's: an RFC 4733 event keeps that of its beginning.</summary>
    internal void WriteHeader(Span<byte> packet, bool marker, byte payloadType, uint timestamp, int payloadLength)
    {
        RtpHeader.Write(packet, marker, payloadType, Sequence, timestamp, Ssrc);
        Sequence++;
        Packets++;
        Octets += payloadLength;
    }
}
