using System.Buffers.Binary;
using Santral.Media.Rtp;

namespace Santral.Media.Srtp;

/// <summary>Protects what one stream of ours sends: keeps the roll-over counter and the SRTCP index.</summary>
internal sealed class SrtpSender : IDisposable
{
    private readonly SrtpCipher _cipher;
    private uint _rollOver;
    private int _lastSequence = -1;
    private uint _rtcpIndex;

    internal SrtpSender(SrtpProfile profile, in SrtpMaster master) => _cipher = SrtpCipher.Create(profile, master);

    internal int RtpOverhead => _cipher.RtpOverhead;

    internal int RtcpOverhead => _cipher.RtcpOverhead;

    /// <summary>Seals in place; <paramref name="packet"/> has room for the overhead behind <paramref name="length"/>. -1: not an RTP packet.</summary>
    internal int Protect(Span<byte> packet, int length)
    {
        if (!RtpHeader.TryParse(packet[..length], out var header))
        {
            return -1;
        }

        if (_lastSequence >= 0 && header.Sequence < _lastSequence && _lastSequence - header.Sequence > 0x8000)
        {
            _rollOver++;
        }

        _lastSequence = header.Sequence;
        return _cipher.SealRtp(packet, length, header.HeaderLength, header.Ssrc, ((ulong)_rollOver << 16) | header.Sequence);
    }

    internal int ProtectRtcp(Span<byte> packet, int length)
    {
        if (length < 8)
        {
            return -1;
        }

        _rtcpIndex = (_rtcpIndex + 1) & 0x7FFFFFFF;
        return _cipher.SealRtcp(packet, length, BinaryPrimitives.ReadUInt32BigEndian(packet[4..]), _rtcpIndex);
    }

    public void Dispose() => _cipher.Dispose();
}
