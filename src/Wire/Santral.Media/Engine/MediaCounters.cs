namespace Santral.Media.Engine;

/// <summary>The counters behind <see cref="MediaMetrics"/>. Written by the media thread; read by anyone, without a lock.</summary>
internal sealed class MediaCounters
{
    internal long PacketsIn;
    internal long PacketsOut;
    internal long Late20;
    internal long SlotsSkipped;
    internal long PacerStalls;
    internal long MaxLatenessNs;
    internal long MaxLatenessLastSecondNs;
    internal long MalformedRtp;
    internal long MalformedRtcp;
    internal long MalformedStun;
    internal long StunRefused;
    internal long MalformedDtls;
    internal long DtlsFailed;
    internal long SrtpRefused;
    internal long StrangeSource;
    internal long UnknownPeer;
    internal long SendErrors;
    internal long EventsDropped;
    internal long Faults;
    internal int LegsActive;
    internal string? LastFault;
    internal string Scheduling = "normal";
    private long _windowMaxNs;

    internal void Fault(Exception exception)
    {
        Interlocked.Increment(ref Faults);
        LastFault = $"{exception.GetType().Name} at {exception.TargetSite?.DeclaringType?.Name}.{exception.TargetSite?.Name}: {exception.Message}";
    }

    internal void Sent(long latenessNs)
    {
        PacketsOut++;
        if (latenessNs > 20_000_000)
        {
            Late20++;
        }

        _windowMaxNs = Math.Max(_windowMaxNs, latenessNs);
        MaxLatenessNs = Math.Max(MaxLatenessNs, latenessNs);
    }

    internal void PassSecond()
    {
        MaxLatenessLastSecondNs = _windowMaxNs;
        _windowMaxNs = 0;
    }

    internal MediaMetrics Read(int portsFree) => new()
    {
        LegsActive = LegsActive,
        PortsFree = portsFree,
        PacketsIn = PacketsIn,
        PacketsOut = PacketsOut,
        Late20 = Late20,
        SlotsSkipped = SlotsSkipped,
        PacerStalls = PacerStalls,
        MaxLatenessMs = MaxLatenessNs / 1e6,
        MaxLatenessLastSecondMs = MaxLatenessLastSecondNs / 1e6,
        MalformedRtp = MalformedRtp,
        MalformedRtcp = MalformedRtcp,
        MalformedStun = MalformedStun,
        StunRefused = StunRefused,
        MalformedDtls = MalformedDtls,
        DtlsFailed = DtlsFailed,
        SrtpRefused = SrtpRefused,
        StrangeSource = StrangeSource,
        UnknownPeer = UnknownPeer,
        SendErrors = SendErrors,
        EventsDropped = EventsDropped,
        Faults = Faults,
        LastFault = LastFault,
        Scheduling = Scheduling,
    };
}
