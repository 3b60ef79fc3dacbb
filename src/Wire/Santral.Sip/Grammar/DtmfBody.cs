using System.Text;

namespace Santral.Sip.Grammar;

/// <summary>A key in the body of an INFO: application/dtmf-relay ("Signal=5", "Duration=160") or application/dtmf ("5").</summary>
internal static class DtmfBody
{
    public const string Accepted = "application/dtmf-relay, application/dtmf";

    public static bool TryParse(string? contentType, ReadOnlySpan<byte> body, out char digit, out int? milliseconds)
    {
        digit = '\0';
        milliseconds = null;
        if (contentType is null || !TokenValue.TryParse(Encoding.UTF8.GetBytes(contentType), out var type))
        {
            return false;
        }

        if (type.Is("application/dtmf"))
        {
            return TryDigit(body.Trim(" \t\r\n"u8), out digit);
        }

        if (!type.Is("application/dtmf-relay"))
        {
            return false;
        }

        var found = false;
        foreach (var range in body.SplitAny("\r\n"u8))
        {
            var line = body[range];
            var equals = line.IndexOf((byte)'=');
            if (equals < 0)
            {
                continue;
            }

            var name = SipChars.Trim(line[..equals]);
            var value = SipChars.Trim(line[(equals + 1)..]);
            if (Ascii.EqualsIgnoreCase(name, "Signal"u8))
            {
                found = TryDigit(value, out digit);
            }
            else if (Ascii.EqualsIgnoreCase(name, "Duration"u8) && Number32.TryParse(value, out var duration) && duration <= 60_000)
            {
                milliseconds = (int)duration;
            }
        }

        return found;
    }

    private static bool TryDigit(ReadOnlySpan<byte> text, out char digit)
    {
        // Some phones write * and # as the event numbers 10 and 11 of RFC 4733.
        digit = text.SequenceEqual("10"u8) ? '*' : text.SequenceEqual("11"u8) ? '#' : text.Length == 1 ? char.ToUpperInvariant((char)text[0]) : '\0';
        return digit is (>= '0' and <= '9') or '*' or '#' or (>= 'A' and <= 'D');
    }
}
