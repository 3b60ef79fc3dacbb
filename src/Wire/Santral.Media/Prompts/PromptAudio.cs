using Santral.Media.Codecs;

namespace Santral.Media.Prompts;

/// <summary>A recording ready to be sent: 8 kHz mono in both laws, padded with silence to whole 20 ms frames.</summary>
public sealed class PromptAudio
{
    private readonly byte[] _mu;
    private readonly byte[] _a;

    private PromptAudio(byte[] mu, byte[] a)
    {
        _mu = mu;
        _a = a;
    }

    public int Frames => _mu.Length / G711.FrameSamples;

    public TimeSpan Length => TimeSpan.FromMilliseconds(20L * Frames);

    internal int Bytes => _mu.Length + _a.Length;

    /// <summary>The µ-law octets.</summary>
    public ReadOnlySpan<byte> MuLaw => _mu;

    public static PromptAudio FromSamples(ReadOnlySpan<short> samples)
    {
        var length = (samples.Length + G711.FrameSamples - 1) / G711.FrameSamples * G711.FrameSamples;
        var mu = new byte[length];
        var a = new byte[length];
        mu.AsSpan().Fill(G711.MuSilence);
        a.AsSpan().Fill(G711.ASilence);
        G711.Encode(AudioCodec.Pcmu, samples, mu);
        G711.Encode(AudioCodec.Pcma, samples, a);
        return new PromptAudio(mu, a);
    }

    internal ReadOnlySpan<byte> Frame(AudioCodec codec, int index) =>
        (codec == AudioCodec.Pcmu ? _mu : _a).AsSpan(index * G711.FrameSamples, G711.FrameSamples);

    /// <summary>The recording as a µ-law WAV file, the form in which uploads are kept.</summary>
    public byte[] ToWav()
    {
        using var stream = new MemoryStream();
        WavWriter.Write(stream, WavWriter.MuLaw, 8000, 8, _mu);
        return stream.ToArray();
    }
}
