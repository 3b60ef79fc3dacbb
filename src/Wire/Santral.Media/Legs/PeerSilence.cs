namespace Santral.Media.Legs;

/// <summary>How long a peer has not been heard, and whether that means that it is gone.</summary>
internal sealed class PeerSilence(MediaOptions options, long nowNs)
{
    private readonly long _mediaTimeoutNs = (long)options.MediaTimeout.TotalNanoseconds;
    private readonly long _limitNs = (long)options.SilenceLimit.TotalNanoseconds;
    private long _expectedSinceNs = nowNs;
    private long _heardNs = nowNs;

    internal void Heard(long nowNs) => _expectedSinceNs = _heardNs = nowNs;

    /// <summary>A report: the peer lives, but whether it can be heard only media tells, once that came at all.</summary>
    internal void Reported(long nowNs, bool provesMedia)
    {
        _heardNs = nowNs;
        if (provesMedia)
        {
            _expectedSinceNs = nowNs;
        }
    }

    /// <summary>Its silence counts from now.</summary>
    internal void ExpectFrom(long nowNs) => _expectedSinceNs = nowNs;

    internal bool IsLoss(long nowNs, bool expected, bool livesByMedia)
    {
        if (expected)
        {
            return nowNs - _expectedSinceNs > _mediaTimeoutNs;
        }

        _expectedSinceNs = nowNs;
        return livesByMedia && nowNs - _heardNs > _limitNs;
    }
}
