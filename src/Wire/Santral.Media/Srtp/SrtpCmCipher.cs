using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Santral.Media.Srtp;

/// <summary>AES counter mode with an 80-bit HMAC-SHA1 tag, the profile every browser has (RFC 3711 §4, §3.4).</summary>
internal sealed class SrtpCmCipher : SrtpCipher
{
    internal const int Tag = 10;
    private readonly CounterMode _rtp;
    private readonly CounterMode _rtcp;
    private readonly byte[] _rtpSalt;
    private readonly byte[] _rtcpSalt;
    private readonly IncrementalHash _rtpMac;
    private readonly IncrementalHash _rtcpMac;
    private readonly byte[] _digest = new byte[20];

    internal SrtpCmCipher(in SrtpMaster master)
    {
        _rtp = new CounterMode(SrtpKeys.Derive(master, SrtpKeys.RtpCipher, 16));
        _rtcp = new CounterMode(SrtpKeys.Derive(master, SrtpKeys.RtcpCipher, 16));
        _rtpSalt = SrtpKeys.Derive(master, SrtpKeys.RtpSalt, 14);
        _rtcpSalt = SrtpKeys.Derive(master, SrtpKeys.RtcpSalt, 14);
#pragma warning disable CA5350 // RFC 3711 §4.2.1 prescribes HMAC-SHA1
        _rtpMac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, SrtpKeys.Derive(master, SrtpKeys.RtpAuthentication, 20));
        _rtcpMac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, SrtpKeys.Derive(master, SrtpKeys.RtcpAuthentication, 20));
#pragma warning restore CA5350
    }

    internal override int RtpOverhead => Tag;

    internal override int RtcpOverhead => Tag + 4;

    internal override int SealRtp(Span<byte> packet, int length, int headerLength, uint ssrc, ulong index)
    {
        Encrypt(_rtp, _rtpSalt, ssrc, index, packet[headerLength..length]);
        Authenticate(_rtpMac, packet[..length], (uint)(index >> 16));
        _digest.AsSpan(0, Tag).CopyTo(packet[length..]);
        return length + Tag;
    }

    internal override int OpenRtp(Span<byte> packet, int headerLength, uint ssrc, ulong index)
    {
        var length = packet.Length - Tag;
        if (length < headerLength)
        {
            return -1;
        }

        Authenticate(_rtpMac, packet[..length], (uint)(index >> 16));
        if (!CryptographicOperations.FixedTimeEquals(_digest.AsSpan(0, Tag), packet[length..]))
        {
            return -1;
        }

        Encrypt(_rtp, _rtpSalt, ssrc, index, packet[headerLength..length]);
        return length;
    }

    internal override int SealRtcp(Span<byte> packet, int length, uint ssrc, uint index)
    {
        Encrypt(_rtcp, _rtcpSalt, ssrc, index, packet[8..length]);
        BinaryPrimitives.WriteUInt32BigEndian(packet[length..], index | 0x80000000);
        _rtcpMac.AppendData(packet[..(length + 4)]);
        _rtcpMac.GetHashAndReset(_digest);
        _digest.AsSpan(0, Tag).CopyTo(packet[(length + 4)..]);
        return length + 4 + Tag;
    }

    internal override int OpenRtcp(Span<byte> packet, uint ssrc, uint flaggedIndex)
    {
        var length = packet.Length - Tag - 4;
        _rtcpMac.AppendData(packet[..(length + 4)]);
        _rtcpMac.GetHashAndReset(_digest);
        if (!CryptographicOperations.FixedTimeEquals(_digest.AsSpan(0, Tag), packet[(length + 4)..]))
        {
            return -1;
        }

        if ((flaggedIndex & 0x80000000) != 0)
        {
            Encrypt(_rtcp, _rtcpSalt, ssrc, flaggedIndex & 0x7FFFFFFF, packet[8..length]);
        }

        return length;
    }

    internal override int RtcpIndexAt(int sealedLength) => sealedLength - Tag - 4;

    public override void Dispose()
    {
        _rtp.Dispose();
        _rtcp.Dispose();
        _rtpMac.Dispose();
        _rtcpMac.Dispose();
    }

    /// <summary>RFC 3711 §4.1.1: IV = salt · 2^16 xor SSRC · 2^64 xor index · 2^16.</summary>
    private static void Encrypt(CounterMode cipher, ReadOnlySpan<byte> salt, uint ssrc, ulong index, Span<byte> data)
    {
        Span<byte> iv = stackalloc byte[16];
        salt.CopyTo(iv);
        iv[14] = 0;
        iv[15] = 0;
        var word = BinaryPrimitives.ReadUInt32BigEndian(iv[4..]) ^ ssrc;
        BinaryPrimitives.WriteUInt32BigEndian(iv[4..], word);
        var low = BinaryPrimitives.ReadUInt64BigEndian(iv[8..]) ^ (index << 16);
        BinaryPrimitives.WriteUInt64BigEndian(iv[8..], low);
        cipher.Apply(iv, data);
    }

    /// <summary>RFC 3711 §4.2: the tag covers the packet and the roll-over counter.</summary>
    private void Authenticate(IncrementalHash mac, ReadOnlySpan<byte> packet, uint rollOver)
    {
        Span<byte> counter = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, rollOver);
        mac.AppendData(packet);
        mac.AppendData(counter);
        mac.GetHashAndReset(_digest);
    }
}
