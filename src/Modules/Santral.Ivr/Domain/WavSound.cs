using System.Buffers.Binary;

namespace Santral.Ivr.Domain;

/// <summary>What a WAV file holds, read from its chunks. Only what can be played to a telephone is one: PCM16, one channel, 8 to 48 kHz.</summary>
public sealed record WavSound(int SampleRate, TimeSpan Length)
{
    public const int MaxBytes = 10 * 1024 * 1024;

    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private const int Pcm = 1;
    private const int Extensible = 0xFFFE;

    /// <summary>The sound, or null with the code of why not: `not_wav`, `not_pcm16`, `not_mono`, `rate`, `too_short`, `too_long`.</summary>
    public static WavSound? Read(ReadOnlySpan<byte> file, out string problem)
    {
        problem = "not_wav";
        if (file.Length < 12 || !file[..4].SequenceEqual("RIFF"u8) || !file[8..12].SequenceEqual("WAVE"u8))
        {
            return null;
        }

        int? rate = null;
        for (var at = 12; at + 8 <= file.Length;)
        {
            var id = file.Slice(at, 4);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(file.Slice(at + 4, 4));
            var body = file[(at + 8)..];
            if (id.SequenceEqual("data"u8))
            {
                return rate is null ? null : Sound(rate.Value, Math.Min(size, (uint)body.Length), out problem);
            }

            if (size > body.Length)
            {
                return null;
            }

            if (id.SequenceEqual("fmt "u8))
            {
                rate = ReadFormat(body[..(int)size], out problem);
                if (rate is null)
                {
                    return null;
                }
            }

            // Chunks are padded to even lengths.
            at += 8 + (int)size + (int)(size & 1);
        }

        problem = "not_wav";
        return null;
    }

    private static int? ReadFormat(ReadOnlySpan<byte> format, out string problem)
    {
        problem = "not_wav";
        if (format.Length < 16)
        {
            return null;
        }

        var tag = BinaryPrimitives.ReadUInt16LittleEndian(format);
        if (tag == Extensible && format.Length >= 26)
        {
            // WAVE_FORMAT_EXTENSIBLE: the real format is the first field of the sub-format's identifier.
            tag = BinaryPrimitives.ReadUInt16LittleEndian(format[24..]);
        }

        var channels = BinaryPrimitives.ReadUInt16LittleEndian(format[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(format[4..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        problem = tag != Pcm || bits != 16 ? "not_pcm16"
            : channels != 1 ? "not_mono"
            : rate is < 8000 or > 48000 ? "rate"
            : "";
        return problem.Length == 0 ? (int)rate : null;
    }

    private static WavSound? Sound(int rate, uint bytes, out string problem)
    {
        var length = TimeSpan.FromSeconds(bytes / 2 / (double)rate);
        problem = length < Shortest ? "too_short" : length > Longest ? "too_long" : "";
        return problem.Length == 0 ? new WavSound(rate, length) : null;
    }
}
