namespace Santral.Media.Jitter;

/// <summary>
/// Turns packets that arrive when they will into a steady 20 ms stream. Samples lie in a ring at their timestamp, so order,
/// repetition and packet length do not matter; what never came is silence.
/// </summary>
internal sealed class PlayoutBuffer
{
    private const int Room = 8192; // about one second at 8 kHz; a power of two
    private const int Frame = Codecs.G711.FrameSamples;
    private const int PullsPerReview = 250; // 5 s
    private const int LateBeforeGrowing = 2;
    private readonly short[] _ring = new short[Room];
    private readonly int _start;
    private readonly int _max;
    private uint _next;
    private uint _end;
    private bool _running;
    private int _late;
    private int _pulls;
    private int _leastDepth;

    internal PlayoutBuffer(int startMs, int maxMs)
    {
        _start = startMs * 8;
        _max = Math.Max(_start, maxMs * 8);
        Delay = _start;
    }

    /// <summary>Samples between a packet's arrival and its turn, as aimed for now.</summary>
    internal int Delay { get; private set; }

    internal long TooLate { get; private set; }

    /// <summary>Samples that wait; below zero when the stream has fallen behind.</summary>
    internal int Depth => _running ? (int)(_end - _next) : 0;

    internal void Reset()
    {
        Array.Clear(_ring);
        _running = false;
        _late = 0;
        Delay = _start;
    }

    internal void Write(uint timestamp, ReadOnlySpan<short> samples)
    {
        if (samples.IsEmpty || samples.Length > Room / 2)
        {
            return;
        }

        var ahead = (int)(timestamp - _next);
        if (!_running || ahead > Room - samples.Length || ahead < -Room)
        {
            Anchor(timestamp);
            ahead = Delay;
        }

        if (ahead + samples.Length <= 0)
        {
            TooLate++;
            _late++;
            if (_late <= LateBeforeGrowing)
            {
                return;
            }

            // Late more than once: the path is slower than thought. Wait longer from here on.
            Delay = Math.Min(_max, Delay + Frame);
            Anchor(timestamp);
            ahead = Delay;
        }

        var skip = Math.Max(0, -ahead);
        for (var i = skip; i < samples.Length; i++)
        {
            _ring[(timestamp + (uint)i) & (Room - 1)] = samples[i];
        }

        var end = timestamp + (uint)samples.Length;
        if ((int)(end - _end) > 0)
        {
            _end = end;
        }

        if (Depth > _max + (Frame * 2))
        {
            // A burst after a stall, or a peer whose clock runs fast: catch up at once rather than stay behind for the whole call.
            SkipTo(_end - (uint)Delay);
        }
    }

    /// <summary>The next 20 ms; true when some of it was received.</summary>
    internal bool Pull(Span<short> frame)
    {
        if (!_running)
        {
            frame[..Frame].Clear();
            return false;
        }

        var depth = Depth;
        for (var i = 0; i < Frame; i++)
        {
            ref var sample = ref _ring[(_next + (uint)i) & (Room - 1)];
            frame[i] = sample;
            sample = 0;
        }

        _next += Frame;
        Review(depth);
        return depth > 0;
    }

    private void Anchor(uint timestamp)
    {
        Array.Clear(_ring);
        _next = timestamp - (uint)Delay;
        _end = timestamp;
        _running = true;
        _late = 0;
        _pulls = 0;
        _leastDepth = int.MaxValue;
    }

    /// <summary>Once in five seconds: if more was waiting all the time than needed, play one frame less.</summary>
    private void Review(int depth)
    {
        _leastDepth = Math.Min(_leastDepth, depth);
        if (++_pulls < PullsPerReview)
        {
            return;
        }

        if (_leastDepth > _start + Frame)
        {
            SkipTo(_next + Frame);
            Delay = Math.Max(_start, Delay - Frame);
        }

        _late = 0;
        _pulls = 0;
        _leastDepth = int.MaxValue;
    }

    private void SkipTo(uint next)
    {
        while (_next != next && (int)(next - _next) > 0)
        {
            _ring[_next & (Room - 1)] = 0;
            _next++;
        }
    }
}
