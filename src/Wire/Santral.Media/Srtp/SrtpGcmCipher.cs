using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Santral.Media.Srtp;

/// <summary>AES-128-GCM (RFC 7714): header as associated data, 16-byte tag.</summary>
internal sealed class SrtpGcmCipher : SrtpCipher
{
    private const int Tag = 16;
    private const int MaxPacket = 2048;
    private readonly AesGcm _rtp;
    private readonly AesGcm _rtcp;
    private readonly byte[] _rtpSalt;
    private readonly byte[] _rtcpSalt;
    private readonly byte[] _plain = new byte[MaxPacket];
    private readonly byte[] _associated = new byte[MaxPacket];

    internal SrtpGcmCipher(in SrtpMaster master)
        : this(
            SrtpKeys.Derive(master, SrtpKeys.RtpCipher, 16),
            SrtpKeys.Derive(master, SrtpKeys.RtpSalt, 12),
            SrtpKeys.Derive(master, SrtpKeys.RtcpCipher, 16),
            SrtpKeys.Derive(master, SrtpKeys.RtcpSalt, 12))
    {
    }

    /// <summary>From session keys, as the examples of RFC 7714 give them.</summary>
    internal SrtpGcmCipher(byte[] rtpKey, byte[] rtpSalt, byte[] rtcpKey, byte[] rtcpSalt)
    {
        _rtp = new AesGcm(rtpKey, Tag);
        _rtcp = new AesGcm(rtcpKey, Tag);
        (_rtpSalt, _rtcpSalt) = (rtpSalt, rtcpSalt);
    }

    internal override int RtpOverhead => Tag;

    internal override int RtcpOverhead => Tag + 4;

    internal override int SealRtp(Span<byte> packet, int length, int headerLength, uint ssrc, ulong index)
    {
        Span<byte> iv = stackalloc byte[12];
        Vector(_rtpSalt, ssrc, index, iv);
        var body = packet[headerLength..length];
        body.CopyTo(_plain);
        _rtp.Encrypt(iv, _plain.AsSpan(0, body.Length), body, packet.Slice(length, Tag), packet[..headerLength]);
        return length + Tag;
    }

    internal override int OpenRtp(Span<byte> packet, int headerLength, uint ssrc, ulong index)
    {
        var length = packet.Length - Tag;
        if (length < headerLength)
        {
            return -1;
        }

        Span<byte> iv = stackalloc byte[12];
        Vector(_rtpSalt, ssrc, index, iv);
        return Open(_rtp, iv, packet[headerLength..length], packet[length..], packet[..headerLength]) ? length : -1;
    }

    /// <summary>RFC 7714 §9.2: cipher text and tag come before the index word; associated data is the first 8 bytes and that word.</summary>
    internal override int SealRtcp(Span<byte> packet, int length, uint ssrc, uint index)
    {
        Span<byte> iv = stackalloc byte[12];
        Vector(_rtcpSalt, ssrc, index, iv);
        var word = packet.Slice(length + Tag, 4);
        BinaryPrimitives.WriteUInt32BigEndian(word, index | 0x80000000);
        Span<byte> associated = stackalloc byte[12];
        packet[..8].CopyTo(associated);
        word.CopyTo(associated[8..]);
        var body = packet[8..length];
        body.CopyTo(_plain);
        _rtcp.Encrypt(iv, _plain.AsSpan(0, body.Length), body, packet.Slice(length, Tag), associated);
        return length + Tag + 4;
    }

    internal override int OpenRtcp(Span<byte> packet, uint ssrc, uint flaggedIndex)
    {
        Span<byte> iv = stackalloc byte[12];
        Vector(_rtcpSalt, ssrc, flaggedIndex & 0x7FFFFFFF, iv);
        var length = packet.Length - Tag - 4;
        var word = packet[^4..];
        if ((flaggedIndex & 0x80000000) != 0)
        {
            Span<byte> associated = stackalloc byte[12];
            packet[..8].CopyTo(associated);
            word.CopyTo(associated[8..]);
            return Open(_rtcp, iv, packet[8..length], packet.Slice(length, Tag), associated) ? length : -1;
        }

        // RFC 7714 §9.3: unencrypted SRTCP is authenticated as associated data only.
        packet[..length].CopyTo(_associated);
        word.CopyTo(_associated.AsSpan(length));
        return Open(_rtcp, iv, default, packet.Slice(length, Tag), _associated.AsSpan(0, length + 4)) ? length : -1;
    }

    internal override int RtcpIndexAt(int sealedLength) => sealedLength - 4;

    public override void Dispose()
    {
        _rtp.Dispose();
        _rtcp.Dispose();
    }

    private bool Open(AesGcm gcm, ReadOnlySpan<byte> iv, Span<byte> body, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> associated)
    {
        try
        {
            var plain = _plain.AsSpan(0, body.Length);
            gcm.Decrypt(iv, body, tag, plain, associated);
            plain.CopyTo(body);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    /// <summary>RFC 7714 §8.1: two zero bytes, SSRC, 48-bit index, mixed with the salt. For SRTCP the index has 31 bits (§9.1).</summary>
    private static void Vector(ReadOnlySpan<byte> salt, uint ssrc, ulong index, Span<byte> iv)
    {
        iv.Clear();
        BinaryPrimitives.WriteUInt32BigEndian(iv[2..], ssrc);
        BinaryPrimitives.WriteUInt16BigEndian(iv[6..], (ushort)(index >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(iv[8..], (uint)index);
        for (var i = 0; i < 12; i++)
        {
            iv[i] ^= salt[i];
        }
    }
}
