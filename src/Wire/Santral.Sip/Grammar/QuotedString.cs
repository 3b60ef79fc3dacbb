using System.Text;

namespace Santral.Sip.Grammar;

/// <summary>quoted-string = SWS DQUOTE *(qdtext / quoted-pair ) DQUOTE (RFC 3261 §25.1).</summary>
internal static class QuotedString
{
    /// <summary>The length of the quoted string that begins at the first byte, both quotes included.</summary>
    public static bool TryMeasure(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        if (text.IsEmpty || text[0] != (byte)'"')
        {
            return false;
        }

        for (var i = 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case (byte)'\\':
                    i++;
                    break;
                case (byte)'"':
                    length = i + 1;
                    return true;
            }
        }

        return false;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out string value)
    {
        value = "";
        if (!TryMeasure(text, out var length) || length != text.Length)
        {
            return false;
        }

        value = Decode(text);
        return true;
    }

    /// <summary>The text between the quotes, without the backslashes of quoted pairs.</summary>
    public static string Decode(ReadOnlySpan<byte> quoted)
    {
        var inner = quoted[1..^1];
        if (!inner.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(inner);
        }

        var plain = new byte[inner.Length];
        var n = 0;
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == (byte)'\\' && i + 1 < inner.Length)
            {
                i++;
            }

            plain[n++] = inner[i];
        }

        return Encoding.UTF8.GetString(plain, 0, n);
    }

    public static string Encode(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            // A line break inside a quoted string would end the header (header injection): it becomes a space.
            if (c is '\r' or '\n')
            {
                text.Append(' ');
                continue;
            }

            if (c is '"' or '\\')
            {
                text.Append('\\');
            }

            text.Append(c);
        }

        return text.Append('"').ToString();
    }
}
