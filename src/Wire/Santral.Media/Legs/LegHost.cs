using System.Threading.Channels;
using Santral.Media.Codecs;
using Santral.Media.Engine;

namespace Santral.Media.Legs;

/// <summary>What legs share on the media thread: clock, counters, the way events leave, and buffers.</summary>
internal sealed class LegHost(MediaOptions options, TimeProvider time, IRandomBytes random, ChannelWriter<MediaEvent> events)
{
    private static readonly DateTimeOffset NtpEpoch = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly double _nsPerTick = 1e9 / time.TimestampFrequency;

    internal MediaOptions Options { get; } = options;

    internal IRandomBytes Random { get; } = random;

    internal MediaCounters Counters { get; } = new();

    /// <summary>The packet that is being built; room for SRTP behind the payload.</summary>
    internal byte[] Packet { get; } = new byte[512];

    internal short[] Frame { get; } = new short[G711.FrameSamples];

    internal short[] Decoded { get; } = new short[2048];

    internal long NowNs => time.TimestampFrequency == 1_000_000_000 ? time.GetTimestamp() : (long)(time.GetTimestamp() * _nsPerTick);

    internal DateTimeOffset UtcNow => time.GetUtcNow();

    /// <summary>RFC 3550 §4: seconds since 1900 in 32.32 bits.</summary>
    internal ulong Ntp
    {
        get
        {
            var since = UtcNow - NtpEpoch;
            var seconds = (ulong)Math.Floor(since.TotalSeconds);
            var fraction = (ulong)(since.Ticks % TimeSpan.TicksPerSecond) * (1UL << 32) / TimeSpan.TicksPerSecond;
            return (seconds << 32) | fraction;
        }
    }

    internal void Raise(MediaEvent happened)
    {
        if (!events.TryWrite(happened))
        {
            Counters.EventsDropped++;
        }
    }
}
