using System.Buffers.Binary;

namespace Santral.Media.Rtp;

/// <summary>The fixed header of an RTP packet and where its payload lies (RFC 3550 §5.1).</summary>
internal readonly struct RtpHeader
{
    internal const int Size = 12;

    private RtpHeader(byte first, byte second, ushort sequence, uint timestamp, uint ssrc, int headerLength)
    {
        HasPadding = (first & 0x20) != 0;
        Marker = (second & 0x80) != 0;
        PayloadType = (byte)(second & 0x7F);
        Sequence = sequence;
        Timestamp = timestamp;
        Ssrc = ssrc;
        HeaderLength = headerLength;
    }

    internal bool HasPadding { get; }

    internal bool Marker { get; }

    internal byte PayloadType { get; }

    internal ushort Sequence { get; }

    internal uint Timestamp { get; }

    internal uint Ssrc { get; }

    /// <summary>With contributing sources and extension: what SRTP authenticates and does not encrypt.</summary>
    internal int HeaderLength { get; }

    /// <summary>RFC 3550 §5.1 with §5.3.1 (extension); the payload may be empty.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> packet, out RtpHeader header)
    {
        header = default;
        if (packet.Length < Size || packet[0] >> 6 != 2)
        {
            return false;
        }

        var length = Size + ((packet[0] & 0x0F) * 4);
        if ((packet[0] & 0x10) != 0)
        {
            if (packet.Length < length + 4)
            {
                return false;
            }

            length += 4 + (BinaryPrimitives.ReadUInt16BigEndian(packet[(length + 2)..]) * 4);
        }

        if (packet.Length < length)
        {
            return false;
        }

        header = new RtpHeader(
            packet[0],
            packet[1],
            BinaryPrimitives.ReadUInt16BigEndian(packet[2..]),
            BinaryPrimitives.ReadUInt32BigEndian(packet[4..]),
            BinaryPrimitives.ReadUInt32BigEndian(packet[8..]),
            length);
        return true;
    }

    /// <summary>The payload without padding; false when the padding count is impossible.</summary>
    internal bool TryPayload(ReadOnlySpan<byte> packet, out ReadOnlySpan<byte> payload)
    {
        payload = packet[HeaderLength..];
        if (!HasPadding)
        {
            return true;
        }

        if (payload.IsEmpty || payload[^1] == 0 || payload[^1] > payload.Length)
        {
            payload = default;
            return false;
        }

        payload = payload[..^payload[^1]];
        return true;
    }

    internal static void Write(Span<byte> packet, bool marker, byte payloadType, ushort sequence, uint timestamp, uint ssrc)
    {
        packet[0] = 0x80;
        packet[1] = (byte)((marker ? 0x80 : 0) | payloadType);
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], sequence);
        BinaryPrimitives.WriteUInt32BigEndian(packet[4..], timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(packet[8..], ssrc);
    }
}
