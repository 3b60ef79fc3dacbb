using Santral.Media.Codecs;

namespace Santral.Media.Prompts;

/// <summary>Why a recording was not taken; each has its own sentence on the upload page.</summary>
public enum PromptFault
{
    None,
    NotFound,
    Unreadable,
    TooLarge,
    NotWav,
    Truncated,
    UnsupportedEncoding,
    UnsupportedRate,
    TooManyChannels,
    Empty,
    TooLong,
}

/// <summary>Turns a recording (PCM16 or G.711 WAV, 8 to 48 kHz, mono or stereo, or bare G.711) into a prompt. Never throws.</summary>
public static class PromptFile
{
    public const int MaxBytes = 128 * 1024 * 1024;

    public static TimeSpan MaxLength { get; } = TimeSpan.FromMinutes(20);

    /// <summary>Checks and converts the bytes of a WAV file.</summary>
    public static PromptFault TryRead(ReadOnlySpan<byte> wav, out PromptAudio? audio)
    {
        audio = null;
        if (wav.Length > MaxBytes)
        {
            return PromptFault.TooLarge;
        }

        var fault = WavFile.TryRead(wav, out var samples, out var rate);
        if (fault != PromptFault.None)
        {
            return fault;
        }

        if (samples.Length / (double)rate > MaxLength.TotalSeconds)
        {
            return PromptFault.TooLong;
        }

        audio = PromptAudio.FromSamples(Resampler.To8k(samples, rate));
        return PromptFault.None;
    }

    /// <summary>Bare G.711 octets.</summary>
    public static PromptFault TryReadRaw(ReadOnlySpan<byte> octets, bool aLaw, out PromptAudio? audio)
    {
        audio = null;
        if (octets.IsEmpty)
        {
            return PromptFault.Empty;
        }

        if (octets.Length / 8000 > MaxLength.TotalSeconds)
        {
            return PromptFault.TooLong;
        }

        var samples = new short[octets.Length];
        G711.Decode(aLaw ? AudioCodec.Pcma : AudioCodec.Pcmu, octets, samples);
        audio = PromptAudio.FromSamples(samples);
        return PromptFault.None;
    }

    /// <summary>Reads a file from disk; the ending tells bare G.711 (.ulaw, .ul, .alaw, .al) from WAV.</summary>
    public static async Task<(PromptFault Fault, PromptAudio? Audio)> TryLoadAsync(string path, CancellationToken stop)
    {
        byte[] bytes;
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return (PromptFault.NotFound, null);
            }

            if (file.Length > MaxBytes)
            {
                return (PromptFault.TooLarge, null);
            }

            bytes = await File.ReadAllBytesAsync(path, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (PromptFault.Unreadable, null);
        }

        PromptAudio? audio;
        var fault = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".ulaw" or ".ul" => TryReadRaw(bytes, aLaw: false, out audio),
            ".alaw" or ".al" => TryReadRaw(bytes, aLaw: true, out audio),
            _ => TryRead(bytes, out audio),
        };
        return (fault, audio);
    }
}
