using System.Text;

namespace Santral.Sip.Grammar;

/// <summary>A leading word with parameters: Reason, Session-Expires, Content-Type, Content-Disposition, Event (RFC 3261 §25.1, RFC 3326, RFC 4028).</summary>
public readonly record struct TokenValue(string Value, SipParameters Parameters)
{
    public static bool TryParse(ReadOnlySpan<byte> text, out TokenValue value)
    {
        value = default;
        var semicolon = text.IndexOf((byte)';');
        var head = SipChars.Trim(semicolon < 0 ? text : text[..semicolon]);
        if (head.IsEmpty || !SipParameters.TryParseHeader(semicolon < 0 ? default : text[semicolon..], out var parameters))
        {
            return false;
        }

        foreach (var b in head)
        {
            // media-type = m-type SLASH m-subtype, with white space allowed around the slash
            if (!SipChars.Token.Contains(b) && b != (byte)'/' && !SipChars.IsSpace(b))
            {
                return false;
            }
        }

        value = new(Encoding.ASCII.GetString(head).Replace(" ", "", StringComparison.Ordinal), parameters);
        return true;
    }

    public bool Is(string name) => string.Equals(Value, name, StringComparison.OrdinalIgnoreCase);
}
