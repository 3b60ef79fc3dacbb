using System.Buffers.Binary;

namespace Santral.Media.Rtcp;

/// <summary>What one compound RTCP packet tells about us and its sender (RFC 3550 §6).</summary>
internal struct RtcpReading
{
    internal uint SenderSsrc;
    internal bool HasSenderReport;

    /// <summary>The middle 32 bits of the sender's NTP time: LSR of our next report.</summary>
    internal uint SenderNtpMiddle;
    internal bool HasBlock;
    internal byte FractionLost;
    internal int Lost;
    internal uint Jitter;
    internal uint LastReport;
    internal uint DelaySinceLastReport;
    internal bool Bye;
}

/// <summary>Reads compound RTCP packets; unknown packet types are passed over.</summary>
internal static class RtcpReader
{
    private const byte SenderReport = 200;
    private const byte ReceiverReport = 201;
    private const byte Goodbye = 203;
    private const int MaxPackets = 32;

    /// <summary>RFC 3550 A.2, except that reduced-size RTCP (RFC 5506) is let through too: browsers send it.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> compound, uint ourSsrc, out RtcpReading reading)
    {
        reading = default;
        if (compound.Length < 8)
        {
            return false;
        }

        for (var packets = 0; !compound.IsEmpty; packets++)
        {
            if (packets == MaxPackets || compound.Length < 4 || compound[0] >> 6 != 2 || compound[1] is < 192 or > 223)
            {
                return false;
            }

            var length = (BinaryPrimitives.ReadUInt16BigEndian(compound[2..]) + 1) * 4;
            if (length > compound.Length || !TryOne(compound[..length], ourSsrc, ref reading))
            {
                return false;
            }

            compound = compound[length..];
        }

        return true;
    }

    private static bool TryOne(ReadOnlySpan<byte> packet, uint ourSsrc, ref RtcpReading reading)
    {
        switch (packet[1])
        {
            case SenderReport:
                if (packet.Length < 28)
                {
                    return false;
                }

                reading.SenderSsrc = BinaryPrimitives.ReadUInt32BigEndian(packet[4..]);
                reading.HasSenderReport = true;
                reading.SenderNtpMiddle = BinaryPrimitives.ReadUInt32BigEndian(packet[10..]);
                return TryBlocks(packet, 28, ourSsrc, ref reading);
            case ReceiverReport:
                if (packet.Length < 8)
                {
                    return false;
                }

                reading.SenderSsrc = BinaryPrimitives.ReadUInt32BigEndian(packet[4..]);
                return TryBlocks(packet, 8, ourSsrc, ref reading);
            case Goodbye:
                reading.Bye = true;
                return true;
            default:
                return true;
        }
    }

    private static bool TryBlocks(ReadOnlySpan<byte> packet, int at, uint ourSsrc, ref RtcpReading reading)
    {
        var blocks = packet[0] & 0x1F;
        if (packet.Length < at + (blocks * 24))
        {
            return false;
        }

        for (var i = 0; i < blocks; i++, at += 24)
        {
            var block = packet.Slice(at, 24);
            if (BinaryPrimitives.ReadUInt32BigEndian(block) != ourSsrc)
            {
                continue;
            }

            reading.HasBlock = true;
            reading.FractionLost = block[4];
            reading.Lost = BinaryPrimitives.ReadInt32BigEndian(block[4..]) << 8 >> 8;
            reading.Jitter = BinaryPrimitives.ReadUInt32BigEndian(block[12..]);
            reading.LastReport = BinaryPrimitives.ReadUInt32BigEndian(block[16..]);
            reading.DelaySinceLastReport = BinaryPrimitives.ReadUInt32BigEndian(block[20..]);
        }

        return true;
    }
}
