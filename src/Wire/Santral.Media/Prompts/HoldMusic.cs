namespace Santral.Media.Prompts;

/// <summary>
/// Computes music for waiting callers: soft plucked chords, twenty seconds that join without a seam. Made from a seed, so it is ours
/// and free of anyone's rights; kept in the band and at the level (-20 dBFS) that a telephone carries well.
/// </summary>
public static class HoldMusic
{
    private const int Rate = 8000;
    private const int Bars = 8;
    private const int NotesPerBar = 10;
    private const int NoteSamples = Rate / 4;
    private const int RingSamples = Rate * 3 / 2;
    private const double TargetRms = 0.1 * short.MaxValue; // -20 dBFS

    // Steps above the key note; each chord is a major or minor triad with its octave.
    private static readonly int[][] Chords = [[0, 4, 7, 12], [9, 12, 16, 21], [5, 9, 12, 17], [7, 11, 14, 19], [2, 5, 9, 14], [4, 7, 11, 16]];
    private static readonly int[][] Progressions = [[0, 1, 2, 3], [0, 5, 2, 3], [0, 1, 4, 3], [2, 0, 3, 1]];

    /// <summary>20 s of 8 kHz samples; the same seed gives the same music.</summary>
    public static short[] Compose(int seed)
    {
        var chance = new Random(seed);
        var keyNote = 220.0 * Math.Pow(2, chance.Next(0, 6) / 12.0);
        var progression = Progressions[chance.Next(Progressions.Length)];
        var mix = new double[Bars * NotesPerBar * NoteSamples];
        for (var bar = 0; bar < Bars; bar++)
        {
            var chord = Chords[progression[bar % progression.Length]];
            Pluck(mix, bar * NotesPerBar * NoteSamples, keyNote / 2 * Math.Pow(2, chord[0] / 12.0), 0.9);
            var up = chance.Next(2) == 0;
            for (var note = 0; note < NotesPerBar; note++)
            {
                var step = note % 6;
                var tone = chord[step < 4 ? step : 6 - step];
                tone = up ? tone : chord[3] - tone + chord[0];
                if (note == 0 || chance.NextDouble() < 0.85)
                {
                    Pluck(mix, ((bar * NotesPerBar) + note) * NoteSamples, keyNote * Math.Pow(2, tone / 12.0), 0.5 + (0.2 * chance.NextDouble()));
                }
            }
        }

        return Level(mix);
    }

    /// <summary>The music as a PCM16 WAV file.</summary>
    public static byte[] ComposeWav(int seed) => WavWriter.Pcm16(Compose(seed), Rate);

    /// <summary>A soft pluck; what rings past the end is heard at the beginning, so that the loop has no seam.</summary>
    private static void Pluck(double[] mix, int at, double hz, double loudness)
    {
        for (var i = 0; i < RingSamples; i++)
        {
            var time = (double)i / Rate;
            var attack = Math.Min(1, time / 0.015);
            var release = Math.Min(1, (double)(RingSamples - i) / 800);
            var envelope = attack * release * Math.Exp(-2.6 * time);
            var angle = 2 * Math.PI * hz * time;
            mix[(at + i) % mix.Length] += loudness * envelope * (Math.Sin(angle) + (0.25 * Math.Sin(2 * angle)) + (0.08 * Math.Sin(3 * angle)));
        }
    }

    private static short[] Level(double[] mix)
    {
        var rms = Math.Sqrt(mix.Sum(static s => s * s) / mix.Length);
        var gain = TargetRms / rms;
        return Array.ConvertAll(mix, s => (short)Math.Clamp(s * gain, short.MinValue, short.MaxValue));
    }
}
