namespace Santral.Testing;

/// <summary>How much of a sound is one tone: 1 for a pure sine of that frequency, near 0 for anything else.</summary>
public static class Goertzel
{
    public static double Share(ReadOnlySpan<short> samples, double hz, double rate = 8000)
    {
        var coefficient = 2 * Math.Cos(2 * Math.PI * hz / rate);
        double one = 0, two = 0, energy = 0;
        foreach (var sample in samples)
        {
            var zero = sample + (coefficient * one) - two;
            two = one;
            one = zero;
            energy += (double)sample * sample;
        }

        var power = (one * one) + (two * two) - (coefficient * one * two);
        return energy < samples.Length * 100.0 ? 0 : 2 * power / (samples.Length * energy);
    }

    /// <summary>Root mean square of 16-bit samples.</summary>
    public static double Rms(ReadOnlySpan<short> samples)
    {
        double energy = 0;
        foreach (var sample in samples)
        {
            energy += (double)sample * sample;
        }

        return samples.IsEmpty ? 0 : Math.Sqrt(energy / samples.Length);
    }
}
