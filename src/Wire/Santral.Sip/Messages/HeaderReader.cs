using Santral.Sip.Grammar;

namespace Santral.Sip.Messages;

/// <summary>message-header = header-name HCOLON header-value CRLF, with folded lines joined by one space (RFC 3261 §7.3.1).</summary>
internal static class HeaderReader
{
    public static SipFault Read(byte[] text, int lineEnd, SipLimits limits, SipHeaders headers)
    {
        var fault = default(SipFault);
        var at = lineEnd + 2;
        while (at < text.Length)
        {
            var end = EndOfLine(text, at, out var folded);
            var line = text.AsMemory(at, end - at);
            var offset = at;
            at = end + 2;
            if (line.Length > limits.LineBytes)
            {
                return new(SipFaultWhy.LineTooLong, offset);
            }

            if (headers.Count >= limits.HeaderCount)
            {
                return new(SipFaultWhy.TooManyHeaders, offset);
            }

            var colon = line.Span.IndexOf((byte)':');
            var name = colon < 0 ? default : line.Span[..colon].TrimEnd(" \t\r\n"u8);
            if (!SipChars.IsToken(name))
            {
                // The rest is still read: an answer needs the headers behind the bad line.
                fault = fault.Why == SipFaultWhy.None ? new(SipFaultWhy.HeaderLine, offset) : fault;
                continue;
            }

            var raw = line[(colon + 1)..];
            var value = folded ? Unfold(raw.Span) : Trim(raw);
            if (value.Span.ContainsAny((byte)'\r', (byte)'\n'))
            {
                // A single CR or LF ends a line for some readers and not for others: a way to smuggle headers.
                fault = fault.Why == SipFaultWhy.None ? new(SipFaultWhy.HeaderLine, offset) : fault;
                continue;
            }

            headers.Add(new SipHeader(SipNames.NameOf(name), value));
        }

        return fault;
    }

    /// <summary>A line that begins with white space continues the one before.</summary>
    private static int EndOfLine(ReadOnlySpan<byte> text, int at, out bool folded)
    {
        folded = false;
        var from = at;
        while (true)
        {
            var end = text[from..].IndexOf("\r\n"u8);
            if (end < 0)
            {
                return text.Length;
            }

            end += from;
            if (end + 2 >= text.Length || !SipChars.IsSpace(text[end + 2]))
            {
                return end;
            }

            folded = true;
            from = end + 2;
        }
    }

    private static byte[] Unfold(ReadOnlySpan<byte> value)
    {
        var flat = new byte[value.Length];
        var n = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\r' && i + 1 < value.Length && value[i + 1] == '\n')
            {
                while (n > 0 && SipChars.IsSpace(flat[n - 1]))
                {
                    n--;
                }

                i++;
                while (i + 1 < value.Length && SipChars.IsSpace(value[i + 1]))
                {
                    i++;
                }

                flat[n++] = (byte)' ';
                continue;
            }

            flat[n++] = value[i];
        }

        return SipChars.Trim(flat.AsSpan(0, n)).ToArray();
    }

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> value) => value.Trim(" \t"u8);
}
