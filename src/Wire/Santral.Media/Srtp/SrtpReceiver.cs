using System.Buffers.Binary;
using Santral.Media.Rtp;

namespace Santral.Media.Srtp;

/// <summary>Opens what one peer sends: estimates the packet index, refuses repeats and wrong tags (RFC 3711 §3.3).</summary>
internal sealed class SrtpReceiver : IDisposable
{
    private const int MaxSources = 4;
    private readonly SrtpCipher _cipher;

    // A browser has one source a track; after a restart of its sender the SSRC changes. Each has its own index.
    private readonly uint[] _sources = new uint[MaxSources];
    private readonly ReplayWindow[] _rtp = new ReplayWindow[MaxSources];
    private readonly ReplayWindow[] _rtcp = new ReplayWindow[MaxSources];
    private int _count;

    internal SrtpReceiver(SrtpProfile profile, in SrtpMaster master) => _cipher = SrtpCipher.Create(profile, master);

    /// <summary>The plain length after opening in place, or -1: not RTP, a repeat, or not from the peer.</summary>
    internal int Unprotect(Span<byte> packet)
    {
        if (!RtpHeader.TryParse(packet, out var header))
        {
            return -1;
        }

        var slot = Find(header.Ssrc);
        var fresh = default(ReplayWindow);
        ref var window = ref slot < 0 ? ref fresh : ref _rtp[slot];
        var index = Estimate(window, header.Sequence);
        if (!window.IsFresh(index))
        {
            return -1;
        }

        var length = _cipher.OpenRtp(packet, header.HeaderLength, header.Ssrc, index);
        if (length < 0)
        {
            return -1;
        }

        slot = slot < 0 ? Take(header.Ssrc) : slot;
        _rtp[slot].Accept(index);
        return length;
    }

    internal int UnprotectRtcp(Span<byte> packet)
    {
        if (packet.Length < 8 + _cipher.RtcpOverhead)
        {
            return -1;
        }

        var word = BinaryPrimitives.ReadUInt32BigEndian(packet[_cipher.RtcpIndexAt(packet.Length)..]);
        var ssrc = BinaryPrimitives.ReadUInt32BigEndian(packet[4..]);
        var slot = Find(ssrc);
        if (slot >= 0 && !_rtcp[slot].IsFresh(word & 0x7FFFFFFF))
        {
            return -1;
        }

        var length = _cipher.OpenRtcp(packet, ssrc, word);
        if (length >= 0)
        {
            slot = slot < 0 ? Take(ssrc) : slot;
            _rtcp[slot].Accept(word & 0x7FFFFFFF);
        }

        return length;
    }

    public void Dispose() => _cipher.Dispose();

    /// <summary>RFC 3711 §3.3.1: the roll-over count that brings the index closest to the highest one.</summary>
    internal static ulong Estimate(in ReplayWindow window, ushort sequence)
    {
        if (!window.HasAny)
        {
            return sequence;
        }

        var rollOver = (long)(window.Highest >> 16);
        var highest = (int)(window.Highest & 0xFFFF);
        if (highest < 0x8000)
        {
            rollOver -= sequence - highest > 0x8000 ? 1 : 0;
        }
        else
        {
            rollOver += highest - 0x8000 > sequence ? 1 : 0;
        }

        return ((ulong)Math.Max(0, rollOver) << 16) | sequence;
    }

    private int Find(uint ssrc)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_sources[i] == ssrc)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A slot for a new source, only after its first packet proved genuine; the oldest gives way.</summary>
    private int Take(uint ssrc)
    {
        if (_count == MaxSources)
        {
            Array.Copy(_sources, 1, _sources, 0, MaxSources - 1);
            Array.Copy(_rtp, 1, _rtp, 0, MaxSources - 1);
            Array.Copy(_rtcp, 1, _rtcp, 0, MaxSources - 1);
            _count--;
        }

        _sources[_count] = ssrc;
        _rtp[_count] = default;
        _rtcp[_count] = default;
        return _count++;
    }
}
