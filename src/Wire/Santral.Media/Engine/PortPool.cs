using System.Net;
using Santral.Media.Native;

namespace Santral.Media.Engine;

/// <summary>An even RTP port and the odd RTCP port after it, both bound.</summary>
internal sealed record PortPair(UdpPort Rtp, UdpPort Rtcp);

/// <summary>
/// The ports of SIP legs. The one that was free for longest comes first, so that late packets of an old call do not meet a new one;
/// a port that someone else has bound is passed over.
/// </summary>
internal sealed class PortPool
{
    private const int LegBufferBytes = 256 * 1024;
    private readonly Lock _lock = new();
    private readonly Queue<int> _free = new();

    internal PortPool(int first, int last, IRandomBytes random)
    {
        var even = (first + 1) & ~1;
        var count = Math.Max(0, (last - even + 1) / 2);
        Span<byte> bytes = stackalloc byte[4];
        random.Fill(bytes);
        var start = count == 0 ? 0 : (int)(BitConverter.ToUInt32(bytes) % (uint)count);
        for (var i = 0; i < count; i++)
        {
            _free.Enqueue(even + ((start + i) % count * 2));
        }
    }

    internal int Free
    {
        get
        {
            lock (_lock)
            {
                return _free.Count;
            }
        }
    }

    internal PortPair? TryTake(IPAddress address)
    {
        for (var tries = Free; tries > 0; tries--)
        {
            int port;
            lock (_lock)
            {
                if (!_free.TryDequeue(out port))
                {
                    return null;
                }
            }

            if (UdpPort.TryBind(address, port, LegBufferBytes) is { } rtp)
            {
                if (UdpPort.TryBind(address, port + 1, LegBufferBytes) is { } rtcp)
                {
                    return new PortPair(rtp, rtcp);
                }

                rtp.Close();
            }

            lock (_lock)
            {
                _free.Enqueue(port);
            }
        }

        return null;
    }

    /// <summary>Closes both sockets and takes the port back; only for the thread that reads them.</summary>
    internal void Return(PortPair pair)
    {
        var port = pair.Rtp.Local.Port;
        pair.Rtp.Close();
        pair.Rtcp.Close();
        lock (_lock)
        {
            _free.Enqueue(port);
        }
    }
}
