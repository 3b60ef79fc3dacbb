using System.Buffers.Binary;
using Santral.Media.Codecs;

namespace Santral.Testing;

/// <summary>A recording as it lies on the disk: A-law WAV, its channels apart.</summary>
public sealed record RecordedWav(short[] Left, short[] Right, int Channels)
{
    private const int Head = 58;

    public TimeSpan Length => TimeSpan.FromSeconds(Left.Length / 8000.0);

    public static RecordedWav Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return Read(file);
    }

    public static RecordedWav Read(ReadOnlySpan<byte> file)
    {
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(file[22..]);
        var data = (int)BinaryPrimitives.ReadUInt32LittleEndian(file[54..]);
        var isRight = file[..4].SequenceEqual("RIFF"u8) && file.Slice(8, 8).SequenceEqual("WAVEfmt "u8) && file.Slice(50, 4).SequenceEqual("data"u8)
            && BinaryPrimitives.ReadUInt16LittleEndian(file[20..]) == 6 && BinaryPrimitives.ReadUInt32LittleEndian(file[24..]) == 8000
            && channels is 1 or 2 && data <= file.Length - Head;
        if (!isRight)
        {
            throw new InvalidDataException("This is no A-law WAV of 8 kHz, or less is in it than it says.");
        }

        var sides = new[] { new short[data / channels], new short[data / channels] };
        for (var i = 0; i < data; i++)
        {
            sides[i % channels][i / channels] = G711.FromA(file[Head + i]);
        }

        return new RecordedWav(sides[0], sides[1], channels);
    }

    /// <summary>Keys that sound on either side.</summary>
    public string Keys => DialTones.Find(Left) + DialTones.Find(Right);

    /// <summary>The longest stretch of silence on both sides.</summary>
    public TimeSpan LongestSilence
    {
        get
        {
            var (longest, run) = (0, 0);
            for (var at = 0; at + 160 <= Left.Length; at += 160)
            {
                run = Goertzel.Rms(Left.AsSpan(at, 160)) < 20 && Goertzel.Rms(Right.AsSpan(at, 160)) < 20 ? run + 1 : 0;
                longest = Math.Max(longest, run);
            }

            return TimeSpan.FromMilliseconds(20 * longest);
        }
    }
}
