using System.Text;

namespace Santral.Sip.Grammar;

/// <summary>A challenge or credentials: scheme and its comma-separated parameters (RFC 3261 §20.7, RFC 7616 §3.3).</summary>
public sealed class AuthParams
{
    private const int MaxCount = 32;

    private readonly List<(string Name, string Value)> _items;

    private AuthParams(string scheme, List<(string Name, string Value)> items)
    {
        Scheme = scheme;
        _items = items;
    }

    public string Scheme { get; }

    public bool IsDigest => string.Equals(Scheme, "Digest", StringComparison.OrdinalIgnoreCase);

    /// <summary>The value without its quotes, null when absent.</summary>
    public string? this[string name] =>
        _items.Find(i => string.Equals(i.Name, name, StringComparison.OrdinalIgnoreCase)) is { Name: not null } found ? found.Value : null;

    /// <summary>credentials = "Digest" LWS auth-param *( COMMA auth-param ); auth-param = name EQUAL ( token / quoted-string ) (§25.1).</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out AuthParams value)
    {
        value = new("", []);
        text = SipChars.Trim(text);
        var space = text.IndexOfAny((byte)' ', (byte)'\t');
        if (space < 1 || !SipChars.IsToken(text[..space]))
        {
            return false;
        }

        var items = new List<(string Name, string Value)>(8);
        foreach (var part in new CommaList(text[space..]))
        {
            var equals = part.IndexOf((byte)'=');
            if (equals < 1 || items.Count >= MaxCount)
            {
                return false;
            }

            var name = SipChars.Trim(part[..equals]);
            var raw = SipChars.Trim(part[(equals + 1)..]);
            string content;
            if (!raw.IsEmpty && raw[0] == (byte)'"')
            {
                if (!QuotedString.TryParse(raw, out content))
                {
                    return false;
                }
            }
            else if (raw.IsEmpty || raw.ContainsAny("\" ,\t"u8))
            {
                return false;
            }
            else
            {
                content = Encoding.UTF8.GetString(raw);
            }

            if (!SipChars.IsToken(name))
            {
                return false;
            }

            items.Add((Encoding.ASCII.GetString(name), content));
        }

        value = new(Encoding.ASCII.GetString(text[..space]), items);
        return items.Count > 0;
    }
}
