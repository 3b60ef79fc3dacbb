using System.Text;

namespace Santral.Testing;

/// <summary>Keys as pairs of tones (ITU-T Q.23), made and looked for.</summary>
public static class DialTones
{
    private const string Keys = "123A456B789C*0#D";
    private const int Window = 160; // 20 ms
    private const int Step = 80;
    private static readonly int[] Lows = [697, 770, 852, 941];
    private static readonly int[] Highs = [1209, 1336, 1477, 1633];

    public static (int Low, int High) Of(char key)
    {
        var place = Keys.IndexOf(key, StringComparison.Ordinal);
        return (Lows[place / 4], Highs[place % 4]);
    }

    /// <summary>
    /// The keys that sound in 8 kHz samples, each once. More easily convinced than a telephone exchange: 30 ms of a pair of tones are enough, however soft.
    /// </summary>
    public static string Find(ReadOnlySpan<short> samples)
    {
        var found = new StringBuilder();
        char? last = null;
        var seen = 0;
        for (var at = 0; at + Window <= samples.Length; at += Step)
        {
            var key = KeyIn(samples.Slice(at, Window));
            seen = key is not null && key == last ? seen + 1 : 1;
            if (key is not null && seen == 2)
            {
                found.Append(key);
            }

            last = key;
        }

        return found.ToString();
    }

    private static char? KeyIn(ReadOnlySpan<short> window)
    {
        var (low, lowShare) = Loudest(window, Lows);
        var (high, highShare) = Loudest(window, Highs);
        return lowShare > 0.2 && highShare > 0.2 && lowShare + highShare > 0.7 ? Keys[(low * 4) + high] : null;
    }

    private static (int Place, double Share) Loudest(ReadOnlySpan<short> window, int[] tones)
    {
        var (place, share) = (0, 0.0);
        for (var i = 0; i < tones.Length; i++)
        {
            if (Goertzel.Share(window, tones[i]) is var one && one > share)
            {
                (place, share) = (i, one);
            }
        }

        return (place, share);
    }
}
