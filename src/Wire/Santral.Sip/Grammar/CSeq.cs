using System.Text;

namespace Santral.Sip.Grammar;

/// <summary>CSeq = 1*DIGIT LWS Method; the number is below 2**31 (RFC 3261 §8.1.1.5, §20.16).</summary>
public readonly record struct CSeq(uint Number, string Method)
{
    public static bool TryParse(ReadOnlySpan<byte> text, out CSeq value)
    {
        value = default;
        text = SipChars.Trim(text);
        var space = text.IndexOfAny((byte)' ', (byte)'\t');
        if (space < 1 || !Number32.TryParse(text[..space], out var number) || number > int.MaxValue)
        {
            return false;
        }

        var method = SipChars.TrimStart(text[space..]);
        if (!SipChars.IsToken(method))
        {
            return false;
        }

        value = new(number, Messages.SipMethods.NameOf(method));
        return true;
    }

    public override string ToString() => string.Create(null, $"{Number} {Method}");
}

/// <summary>1*DIGIT that fits 32 bits: leading zeros are allowed, signs and overflow are not.</summary>
internal static class Number32
{
    public static bool TryParse(ReadOnlySpan<byte> text, out uint value)
    {
        ulong sum = 0;
        value = 0;
        if (text.IsEmpty || text.Length > 32)
        {
            return false;
        }

        foreach (var b in text)
        {
            if (b is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            sum = (sum * 10) + (uint)(b - '0');
            if (sum > uint.MaxValue)
            {
                return false;
            }
        }

        value = (uint)sum;
        return true;
    }

    public static bool TryParse(string? text, out uint value)
    {
        value = 0;
        return text is { Length: <= 32 } && TryParse(Encoding.UTF8.GetBytes(text), out value);
    }
}
