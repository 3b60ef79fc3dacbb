namespace Santral.Media.Legs;

/// <summary>The loudness of what was received, over 200 ms.</summary>
internal sealed class LevelMeter
{
    private const int Slots = 10;
    private double _squares;
    private int _samples;
    private int _slots;

    internal void Add(ReadOnlySpan<short> samples)
    {
        foreach (var sample in samples)
        {
            _squares += (double)sample * sample;
        }

        _samples += samples.Length;
    }

    /// <summary>True once in ten slots; silence and absence are -96 dBov.</summary>
    internal bool PassSlot(out double dbov)
    {
        dbov = -96;
        if (++_slots < Slots)
        {
            return false;
        }

        if (_samples > 0 && _squares > 0)
        {
            dbov = Math.Max(-96, 10 * Math.Log10(_squares / _samples / (32768.0 * 32768.0)));
        }

        _squares = 0;
        _samples = 0;
        _slots = 0;
        return true;
    }
}
