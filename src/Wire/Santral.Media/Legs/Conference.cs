using Santral.Media.Codecs;
using Santral.Media.Jitter;

namespace Santral.Media.Legs;

/// <summary>
/// Three or more legs that hear one another, each without itself (mix-minus). Every listener pulls in his own time, so each speaker has a buffer for each
/// listener. Some may be unheard by others. Used by the media thread alone.
/// </summary>
internal sealed class Conference(MediaOptions options)
{
    private readonly List<Leg> _members = [];
    private readonly Dictionary<(Leg Speaker, Leg Listener), PlayoutBuffer> _voices = [];
    private readonly HashSet<(Leg Speaker, Leg Listener)> _unheard = [];
    private readonly short[] _one = new short[G711.FrameSamples];

    internal bool IsOf(IReadOnlyCollection<Leg> legs) => legs.Count == _members.Count && legs.All(_members.Contains);

    /// <summary>Who is not heard by whom from now on; all others hear one another.</summary>
    internal void Hide(IEnumerable<(Leg Speaker, Leg Listener)> pairs)
    {
        _unheard.Clear();
        _unheard.UnionWith(pairs);
    }

    internal void Add(Leg leg)
    {
        foreach (var other in _members)
        {
            _voices[(leg, other)] = new PlayoutBuffer(options.PlayoutStartMs, options.PlayoutMaxMs);
            _voices[(other, leg)] = new PlayoutBuffer(options.PlayoutStartMs, options.PlayoutMaxMs);
        }

        _members.Add(leg);
    }

    internal void Leave(Leg leg)
    {
        _members.Remove(leg);
        _unheard.RemoveWhere(pair => pair.Speaker == leg || pair.Listener == leg);
        foreach (var other in _members)
        {
            _voices.Remove((leg, other));
            _voices.Remove((other, leg));
        }
    }

    internal void Hear(Leg speaker, uint timestamp, ReadOnlySpan<short> samples)
    {
        foreach (var listener in _members)
        {
            if (listener != speaker)
            {
                _voices[(speaker, listener)].Write(timestamp, samples);
            }
        }
    }

    /// <summary>What all others say in this slot; false when nobody says anything. Buffers of muted speakers are emptied too, else they would age.</summary>
    internal bool Mix(Leg listener, Span<short> into)
    {
        into.Clear();
        var heard = false;
        foreach (var speaker in _members)
        {
            if (speaker == listener || !_voices[(speaker, listener)].Pull(_one) || speaker.Muted || _unheard.Contains((speaker, listener)))
            {
                continue;
            }

            heard = true;
            for (var i = 0; i < into.Length; i++)
            {
                into[i] = (short)Math.Clamp(into[i] + _one[i], short.MinValue, short.MaxValue);
            }
        }

        return heard;
    }
}
