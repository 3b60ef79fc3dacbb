using System.Buffers.Binary;
using Santral.Media.Rtp;

namespace Santral.Media.Rtcp;

/// <summary>Writes our compound packets: SR or RR, SDES with the CNAME, BYE at the end (RFC 3550 §6).</summary>
internal static class RtcpWriter
{
    internal const int MaxSize = 128;
    private const string CanonicalName = "santral";

    /// <summary>
    /// The report at the 64-bit NTP time <paramref name="ntp"/>; <paramref name="lastReport"/> is the middle of the NTP time of the
    /// peer's last SR (0: none) and <paramref name="delay"/> the time since, in 1/65536 s.
    /// </summary>
    internal static int Write(
        Span<byte> into, RtpStreamOut sent, bool sentSinceLast, RtpStreamIn heard, ulong ntp, uint lastReport, uint delay, bool bye)
    {
        var blocks = heard.HasSource ? 1 : 0;
        var at = 8;
        into[0] = (byte)(0x80 | blocks);
        into[1] = sentSinceLast ? (byte)200 : (byte)201;
        BinaryPrimitives.WriteUInt32BigEndian(into[4..], sent.Ssrc);
        if (sentSinceLast)
        {
            BinaryPrimitives.WriteUInt64BigEndian(into[8..], ntp);
            BinaryPrimitives.WriteUInt32BigEndian(into[16..], sent.Timestamp);
            BinaryPrimitives.WriteUInt32BigEndian(into[20..], (uint)sent.Packets);
            BinaryPrimitives.WriteUInt32BigEndian(into[24..], (uint)sent.Octets);
            at = 28;
        }

        if (blocks == 1)
        {
            var block = into[at..];
            BinaryPrimitives.WriteUInt32BigEndian(block, heard.Ssrc);
            BinaryPrimitives.WriteInt32BigEndian(block[4..], heard.ReportedLoss & 0xFFFFFF);
            block[4] = heard.TakeFractionLost();
            BinaryPrimitives.WriteUInt32BigEndian(block[8..], heard.ExtendedHighest);
            BinaryPrimitives.WriteUInt32BigEndian(block[12..], (uint)heard.JitterSamples);
            BinaryPrimitives.WriteUInt32BigEndian(block[16..], lastReport);
            BinaryPrimitives.WriteUInt32BigEndian(block[20..], lastReport == 0 ? 0 : delay);
            at += 24;
        }

        BinaryPrimitives.WriteUInt16BigEndian(into[2..], (ushort)((at / 4) - 1));
        at += WriteName(into[at..], sent.Ssrc);
        return bye ? at + WriteBye(into[at..], sent.Ssrc) : at;
    }

    /// <summary>RFC 3550 §6.5: one chunk with a CNAME, ended by at least one zero up to the next word.</summary>
    private static int WriteName(Span<byte> into, uint ssrc)
    {
        var length = (8 + 2 + CanonicalName.Length + 1 + 3) & ~3;
        into[..length].Clear();
        into[0] = 0x81;
        into[1] = 202;
        BinaryPrimitives.WriteUInt16BigEndian(into[2..], (ushort)((length / 4) - 1));
        BinaryPrimitives.WriteUInt32BigEndian(into[4..], ssrc);
        into[8] = 1;
        into[9] = (byte)CanonicalName.Length;
        System.Text.Encoding.ASCII.GetBytes(CanonicalName, into[10..]);
        return length;
    }

    private static int WriteBye(Span<byte> into, uint ssrc)
    {
        into[0] = 0x81;
        into[1] = 203;
        BinaryPrimitives.WriteUInt16BigEndian(into[2..], 1);
        BinaryPrimitives.WriteUInt32BigEndian(into[4..], ssrc);
        return 8;
    }
}
