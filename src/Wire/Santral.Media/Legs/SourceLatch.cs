using Santral.Media.Native;

namespace Santral.Media.Legs;

/// <summary>
/// Symmetric RTP (RFC 4961): we send to where the peer sends from, since descriptions from behind a NAT name an address that is not
/// reachable. The announced source is taken at once and always; another port of its host, or of the host that signals, must send two packets in
/// order and is let in only while the source before it is silent; other hosts never are, or whoever sprays our ports would hear the call.
/// </summary>
internal sealed class SourceLatch(TimeSpan relatchAfter, SockAddr signalling = default)
{
    private readonly long _relatchAfterNs = (long)relatchAfter.TotalNanoseconds;
    private SockAddr _announced;
    private bool _announcedHostMaySend;
    private SockAddr _source;
    private SockAddr _candidate;
    private uint _candidateSsrc;
    private ushort _candidateNext;
    private long _lastNs;

    /// <summary>Where to send: the latched source, else what the description says.</summary>
    internal SockAddr Destination => _source.IsNone ? _announced : _source;

    internal bool IsLatched => !_source.IsNone;

    /// <summary>A description names an address; another one than before sets the latch free.</summary>
    /// <param name="address">The announced source.</param>
    /// <param name="hostMaySend">Its other ports may be the peer's too.</param>
    internal void Announce(in SockAddr address, bool hostMaySend = true)
    {
        _announcedHostMaySend = hostMaySend;
        if (!address.Equals(_announced))
        {
            _announced = address;
            _source = default;
            _candidate = default;
        }
    }

    internal bool Accept(in SockAddr from, uint ssrc, ushort sequence, long nowNs)
    {
        var announced = from.Equals(_announced);
        if (IsLatched)
        {
            if (from.Equals(_source))
            {
                _lastNs = nowNs;
                return true;
            }

            if (!announced && nowNs - _lastNs < _relatchAfterNs)
            {
                return false;
            }
        }

        if (!announced && !MayBePeer(from))
        {
            return false;
        }

        var proven = announced || (from.Equals(_candidate) && ssrc == _candidateSsrc && sequence == _candidateNext);
        if (!proven)
        {
            _candidate = from;
            _candidateSsrc = ssrc;
            _candidateNext = (ushort)(sequence + 1);
            return false;
        }

        _source = from;
        _lastNs = nowNs;
        return true;
    }

    // A telephone on this machine may signal by IPv4 and speak by IPv6: its addresses are all of this machine.
    private bool MayBePeer(in SockAddr from) =>
        (!signalling.IsNone && (from.SameHost(signalling) || (signalling.IsLoopback && from.IsLoopback))) || (_announcedHostMaySend && !_announced.IsNone && from.SameHost(_announced));
}
