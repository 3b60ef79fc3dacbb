using System.Buffers.Binary;

namespace Santral.Media.Recording;

/// <summary>
/// Head of the WAV files that recordings are written to: A-law, 8 kHz, one or two channels (RIFF `WAVE_FORMAT_ALAW`, 6). It is written anew with each second
/// of sound, so a file whose writer died says by itself how much is in it.
/// </summary>
internal static class WavHeader
{
    internal const int Size = 58;
    internal const int Rate = 8000;
    private const ushort ALaw = 6;

    internal static byte[] Of(int channels, long dataBytes)
    {
        var head = new byte[Size];
        var at = head.AsSpan();
        var length = (uint)Math.Min(dataBytes, uint.MaxValue - Size);
        "RIFF"u8.CopyTo(at);
        BinaryPrimitives.WriteUInt32LittleEndian(at[4..], length + Size - 8);
        "WAVEfmt "u8.CopyTo(at[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(at[16..], 18);
        BinaryPrimitives.WriteUInt16LittleEndian(at[20..], ALaw);
        BinaryPrimitives.WriteUInt16LittleEndian(at[22..], (ushort)channels);
        BinaryPrimitives.WriteUInt32LittleEndian(at[24..], Rate);
        BinaryPrimitives.WriteUInt32LittleEndian(at[28..], (uint)(Rate * channels));
        BinaryPrimitives.WriteUInt16LittleEndian(at[32..], (ushort)channels);
        BinaryPrimitives.WriteUInt16LittleEndian(at[34..], 8);
        "fact"u8.CopyTo(at[38..]);
        BinaryPrimitives.WriteUInt32LittleEndian(at[42..], 4);
        BinaryPrimitives.WriteUInt32LittleEndian(at[46..], length / (uint)channels);
        "data"u8.CopyTo(at[50..]);
        BinaryPrimitives.WriteUInt32LittleEndian(at[54..], length);
        return head;
    }

    /// <summary>The number of channels of a head that <see cref="Of"/> wrote; 0 for anything else.</summary>
    internal static int ChannelsOf(ReadOnlySpan<byte> head)
        => head.Length >= Size && head[..4].SequenceEqual("RIFF"u8) && head.Slice(50, 4).SequenceEqual("data"u8)
            && BinaryPrimitives.ReadUInt16LittleEndian(head[20..]) == ALaw
            && BinaryPrimitives.ReadUInt16LittleEndian(head[22..]) is 1 or 2
                ? BinaryPrimitives.ReadUInt16LittleEndian(head[22..])
                : 0;
}
