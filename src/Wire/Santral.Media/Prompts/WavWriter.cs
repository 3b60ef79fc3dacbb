using System.Text;

namespace Santral.Media.Prompts;

/// <summary>Writes one-channel WAV files.</summary>
public static class WavWriter
{
    internal const ushort Pcm = 1;
    internal const ushort MuLaw = 7;

    public static byte[] Pcm16(ReadOnlySpan<short> samples, int rate)
    {
        using var stream = new MemoryStream();
        Write(stream, Pcm, rate, 16, System.Runtime.InteropServices.MemoryMarshal.AsBytes(samples));
        return stream.ToArray();
    }

    internal static void Write(Stream stream, ushort format, int rate, ushort bits, ReadOnlySpan<byte> data)
    {
        using var writer = new BinaryWriter(stream, Encoding.ASCII, leaveOpen: true);
        writer.Write("RIFF"u8);
        writer.Write(36 + data.Length);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write(format);
        writer.Write((ushort)1);
        writer.Write(rate);
        writer.Write(rate * bits / 8);
        writer.Write((ushort)(bits / 8));
        writer.Write(bits);
        writer.Write("data"u8);
        writer.Write(data.Length);
        writer.Write(data);
    }
}
