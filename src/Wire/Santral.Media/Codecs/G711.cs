namespace Santral.Media.Codecs;

/// <summary>G.711 µ-law and A-law by tables: decode exactly, encode to the nearest of the 256 values.</summary>
public static class G711
{
    /// <summary>Samples (and octets) of one 20 ms frame at 8 kHz.</summary>
    public const int FrameSamples = 160;

    /// <summary>µ-law for zero. Padding with 0x00 would be a loud click.</summary>
    public const byte MuSilence = 0xFF;

    /// <summary>A-law for the smallest positive value; A-law has no zero.</summary>
    public const byte ASilence = 0xD5;

    private static readonly short[] MuToLinear = Decode(DecodeMu);
    private static readonly short[] AToLinear = Decode(DecodeA);
    private static readonly byte[] LinearToMu = Encode(MuToLinear, MuSilence);
    private static readonly byte[] LinearToA = Encode(AToLinear, ASilence);

    public static short FromMu(byte code) => MuToLinear[code];

    public static short FromA(byte code) => AToLinear[code];

    public static byte ToMu(short sample) => LinearToMu[(ushort)sample];

    public static byte ToA(short sample) => LinearToA[(ushort)sample];

    internal static byte Silence(AudioCodec codec) => codec == AudioCodec.Pcmu ? MuSilence : ASilence;

    internal static void Decode(AudioCodec codec, ReadOnlySpan<byte> codes, Span<short> samples)
    {
        var table = codec == AudioCodec.Pcmu ? MuToLinear : AToLinear;
        for (var i = 0; i < codes.Length; i++)
        {
            samples[i] = table[codes[i]];
        }
    }

    internal static void Encode(AudioCodec codec, ReadOnlySpan<short> samples, Span<byte> codes)
    {
        var table = codec == AudioCodec.Pcmu ? LinearToMu : LinearToA;
        for (var i = 0; i < samples.Length; i++)
        {
            codes[i] = table[(ushort)samples[i]];
        }
    }

    /// <summary>ITU-T G.711 table 2: sign, three bits of segment, four of step, all inverted; biased by 33 in 14 bits.</summary>
    private static short DecodeMu(byte code)
    {
        var bits = (byte)~code;
        var magnitude = ((((bits & 0x0F) << 3) + 0x84) << ((bits & 0x70) >> 4)) - 0x84;
        return (short)((bits & 0x80) != 0 ? -magnitude : magnitude);
    }

    /// <summary>ITU-T G.711 table 1: even bits inverted.</summary>
    private static short DecodeA(byte code)
    {
        var bits = (byte)(code ^ 0x55);
        var step = (bits & 0x0F) << 4;
        var segment = (bits & 0x70) >> 4;
        var magnitude = segment == 0 ? step + 8 : (step + 0x108) << (segment - 1);
        return (short)((bits & 0x80) != 0 ? magnitude : -magnitude);
    }

    private static short[] Decode(Func<byte, short> rule)
    {
        var table = new short[256];
        for (var code = 0; code < 256; code++)
        {
            table[code] = rule((byte)code);
        }

        return table;
    }

    /// <summary>The decision values of G.711 lie midway between neighbours, so the nearest value is the standard's.</summary>
    private static byte[] Encode(short[] decoded, byte silence)
    {
        var codes = Enumerable.Range(0, 256).Where(c => decoded[c] != decoded[silence] || c == silence)
            .OrderBy(c => decoded[c]).Select(c => (byte)c).ToArray();
        var table = new byte[65536];
        var nearest = 0;
        for (var sample = (int)short.MinValue; sample <= short.MaxValue; sample++)
        {
            while (nearest + 1 < codes.Length
                && Math.Abs(decoded[codes[nearest + 1]] - sample) <= Math.Abs(decoded[codes[nearest]] - sample))
            {
                nearest++;
            }

            table[(ushort)(short)sample] = codes[nearest];
        }

        return table;
    }
}
