using System.Buffers.Binary;
using Santral.Media.Codecs;

namespace Santral.Media.Prompts;

/// <summary>Reads the WAV files we take: PCM16 or G.711, one or two channels; two become one.</summary>
internal static class WavFile
{
    private const ushort Pcm = 1;
    private const ushort ALaw = 6;
    private const ushort MuLaw = 7;
    private const ushort Extensible = 0xFFFE;

    private readonly record struct Format(ushort Tag, int Channels, int Rate, int Bits);

    internal static PromptFault TryRead(ReadOnlySpan<byte> file, out short[] samples, out int rate)
    {
        samples = [];
        rate = 0;
        if (file.Length < 12 || !file[..4].SequenceEqual("RIFF"u8) || !file.Slice(8, 4).SequenceEqual("WAVE"u8))
        {
            return PromptFault.NotWav;
        }

        Format? format = null;
        var at = 12;
        while (file.Length - at >= 8)
        {
            var id = file.Slice(at, 4);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            at += 8;
            var there = (int)Math.Min(size, (uint)(file.Length - at));
            if (id.SequenceEqual("fmt "u8))
            {
                format = ReadFormat(file.Slice(at, there));
            }
            else if (id.SequenceEqual("data"u8))
            {
                // Streaming writers leave the length at zero or all ones; what is in the file counts then.
                var data = size is 0 or uint.MaxValue ? file[at..] : file.Slice(at, there);
                if (data.Length < size && size != uint.MaxValue)
                {
                    return PromptFault.Truncated;
                }

                rate = format?.Rate ?? 0;
                return format is { } known ? ReadSamples(known, data, out samples) : PromptFault.NotWav;
            }

            at += there + (int)(size & 1);
        }

        return PromptFault.Truncated;
    }

    private static Format? ReadFormat(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < 16)
        {
            return null;
        }

        var tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        if (tag == Extensible && chunk.Length >= 40)
        {
            tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]); // the sub-format's first field is the plain tag
        }

        return new Format(
            tag,
            BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]),
            (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]), int.MaxValue),
            BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]));
    }

    private static PromptFault ReadSamples(Format format, ReadOnlySpan<byte> data, out short[] samples)
    {
        samples = [];
        if (format.Channels is not (1 or 2))
        {
            return PromptFault.TooManyChannels;
        }

        if (format is not ({ Tag: Pcm, Bits: 16 } or { Tag: ALaw or MuLaw, Bits: 8 }))
        {
            return PromptFault.UnsupportedEncoding;
        }

        if (!Resampler.Supports(format.Rate))
        {
            return PromptFault.UnsupportedRate;
        }

        var width = format.Bits / 8 * format.Channels;
        samples = new short[data.Length / width];
        for (var i = 0; i < samples.Length; i++)
        {
            var frame = data.Slice(i * width, width);
            var sum = 0;
            for (var channel = 0; channel < format.Channels; channel++)
            {
                sum += format.Tag switch
                {
                    Pcm => BinaryPrimitives.ReadInt16LittleEndian(frame[(channel * 2)..]),
                    MuLaw => G711.FromMu(frame[channel]),
                    _ => G711.FromA(frame[channel]),
                };
            }

            samples[i] = (short)(sum / format.Channels);
        }

        return samples.Length == 0 ? PromptFault.Empty : PromptFault.None;
    }
}
