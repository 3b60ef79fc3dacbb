using Santral.Media.Native;

namespace Santral.Media.Legs;

/// <summary>
/// Symmetric RTP (RFC 4961): we send to where the peer sends from, since descriptions from behind a NAT name an address that is not
/// reachable. A source other than the announced one must send two packets in order; a second one is let in only after the first fell silent.
/// </summary>
internal sealed class SourceLatch(TimeSpan relatchAfter)
{
    private readonly long _relatchAfterNs = (long)relatchAfter.TotalNanoseconds;
    private SockAddr _announced;
    private SockAddr _source;
    private SockAddr _candidate;
    private uint _candidateSsrc;
    private ushort _candidateNext;
    private long _lastNs;

    /// <summary>Where to send: the latched source, else what the description says.</summary>
    internal SockAddr Destination => _source.IsNone ? _announced : _source;

    internal bool IsLatched => !_source.IsNone;

    /// <summary>A description names an address; another one than before sets the latch free.</summary>
    internal void Announce(in SockAddr address)
    {
        if (!address.Equals(_announced))
        {
            _announced = address;
            _source = default;
            _candidate = default;
        }
    }

    internal bool Accept(in SockAddr from, uint ssrc, ushort sequence, long nowNs)
    {
        if (IsLatched)
        {
            if (from.Equals(_source))
            {
                _lastNs = nowNs;
                return true;
            }

            if (nowNs - _lastNs < _relatchAfterNs)
            {
                return false;
            }
        }

        var proven = from.Equals(_announced) || (from.Equals(_candidate) && ssrc == _candidateSsrc && sequence == _candidateNext);
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
}
