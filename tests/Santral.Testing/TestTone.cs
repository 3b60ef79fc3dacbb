using Santral.Media.Prompts;

namespace Santral.Testing;

/// <summary>Tones and WAV files for tests.</summary>
public static class TestTone
{
    public static short[] Sine(int hz, int ms, int rate = 8000, double amplitude = 8000)
    {
        var samples = new short[(int)((long)ms * rate / 1000)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)(amplitude * Math.Sin(2 * Math.PI * hz * i / rate));
        }

        return samples;
    }

    /// <summary>A PCM16 mono WAV file with one tone.</summary>
    public static byte[] Wav(int hz, int ms, int rate = 8000, double amplitude = 8000) => WavWriter.Pcm16(Sine(hz, ms, rate, amplitude), rate);
}
