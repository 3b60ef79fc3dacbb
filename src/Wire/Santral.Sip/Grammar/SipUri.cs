using System.Text;
using Santral.Sip.Messages;

namespace Santral.Sip.Grammar;

/// <summary>
/// A SIP, SIPS or TEL URI, or any other absolute URI as opaque text (RFC 3261 §19.1, RFC 3966). Parts are kept as written, escapes included.
/// </summary>
public sealed record SipUri
{
    public required string Scheme { get; init; }

    /// <summary>User part as written; for a tel URI the number.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    public string Host { get; init; } = "";

    public int? Port { get; init; }

    public SipParameters Parameters { get; init; } = SipParameters.Empty;

    /// <summary>What follows the question mark, as written.</summary>
    public string? Headers { get; init; }

    /// <summary>Everything after the colon of a scheme this stack does not know.</summary>
    public string? Opaque { get; init; }

    public bool IsSip => Scheme is "sip" or "sips";

    public bool IsSecure => Scheme == "sips";

    /// <summary>User part with its escapes resolved.</summary>
    public string UserText => User is null ? "" : User.Contains('%') ? Uri.UnescapeDataString(User) : User;

    public static SipUri Of(string user, string host, int? port = null) =>
        new() { Scheme = "sip", User = user.Length == 0 ? null : Escape(user), Host = host, Port = port };

    public static SipUri Parse(string text) =>
        TryParse(Encoding.UTF8.GetBytes(text), out var uri) ? uri : throw new FormatException("Not a URI: " + text);

    /// <summary>SIP-URI = "sip:" [ userinfo ] hostport uri-parameters [ headers ] (§25.1).</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out SipUri uri)
    {
        uri = Empty;
        var colon = text.IndexOf((byte)':');
        if (colon < 1 || !char.IsAsciiLetter((char)text[0]) || text[..colon].ContainsAnyExcept(SipChars.Scheme))
        {
            return false;
        }

        var scheme = Ascii.EqualsIgnoreCase(text[..colon], "sip"u8) ? "sip"
            : Ascii.EqualsIgnoreCase(text[..colon], "sips"u8) ? "sips"
            : Ascii.EqualsIgnoreCase(text[..colon], "tel"u8) ? "tel"
            : Encoding.ASCII.GetString(text[..colon]).ToLowerInvariant();
        var rest = text[(colon + 1)..];
        return scheme switch
        {
            "sip" or "sips" => TryParseSip(scheme, rest, out uri),
            "tel" => TryParseTel(rest, out uri),
            _ => TryParseOpaque(scheme, rest, out uri),
        };
    }

    public void WriteTo(ref SipWriter writer)
    {
        writer.Write(Scheme);
        writer.Write(":"u8);
        if (Opaque is not null)
        {
            writer.Write(Opaque);
            return;
        }

        if (User is not null)
        {
            writer.Write(User);
            if (Password is not null)
            {
                writer.Write(":"u8);
                writer.Write(Password);
            }

            if (Scheme != "tel")
            {
                writer.Write("@"u8);
            }
        }

        writer.Write(Host);
        if (Port is { } port)
        {
            writer.Write(":"u8);
            writer.Write(port);
        }

        Parameters.WriteTo(ref writer);
        if (Headers is not null)
        {
            writer.Write("?"u8);
            writer.Write(Headers);
        }
    }

    public override string ToString()
    {
        var writer = new SipWriter(stackalloc byte[512]);
        WriteTo(ref writer);
        if (writer.Overflowed)
        {
            writer = new(new byte[SipWriter.LargestValue]);
            WriteTo(ref writer);
        }

        return writer.ToText();
    }

    private static readonly SipUri Empty = new() { Scheme = "sip" };

    private static bool TryParseSip(string scheme, ReadOnlySpan<byte> text, out SipUri uri)
    {
        uri = Empty;
        string? user = null;
        string? password = null;

        // An unescaped "@" can stand nowhere else in a SIP URI, so the first one ends the user part, semicolons in it included.
        var at = text.IndexOf((byte)'@');
        if (at >= 0)
        {
            var userinfo = text[..at];
            text = text[(at + 1)..];
            var colon = userinfo.IndexOf((byte)':');
            var name = colon < 0 ? userinfo : userinfo[..colon];
            var secret = colon < 0 ? default : userinfo[(colon + 1)..];
            if (name.IsEmpty || !SipChars.IsEscaped(name, SipChars.User) || !SipChars.IsEscaped(secret, SipChars.Password))
            {
                return false;
            }

            user = Encoding.ASCII.GetString(name);
            password = colon < 0 ? null : Encoding.ASCII.GetString(secret);
        }

        string? headers = null;
        var question = text.IndexOf((byte)'?');
        if (question >= 0)
        {
            var tail = text[(question + 1)..];
            text = text[..question];
            if (tail.IsEmpty || !SipChars.IsEscaped(tail, SipChars.UriHeader))
            {
                return false;
            }

            headers = Encoding.ASCII.GetString(tail);
        }

        var semicolon = text.IndexOf((byte)';');
        var place = semicolon < 0 ? text : text[..semicolon];
        if (place.ContainsAny(" \t"u8) || !HostPort.TryParse(place, out var hostPort)
            || !SipParameters.TryParseUri(semicolon < 0 ? default : text[semicolon..], out var parameters))
        {
            return false;
        }

        uri = new()
        {
            Scheme = scheme, User = user, Password = password, Host = hostPort.Host, Port = hostPort.Port,
            Parameters = parameters, Headers = headers,
        };
        return true;
    }

    private static bool TryParseTel(ReadOnlySpan<byte> text, out SipUri uri)
    {
        uri = Empty;
        var semicolon = text.IndexOf((byte)';');
        var number = semicolon < 0 ? text : text[..semicolon];
        if (number.IsEmpty || number.ContainsAnyExcept(SipChars.TelNumber)
            || !SipParameters.TryParseUri(semicolon < 0 ? default : text[semicolon..], out var parameters))
        {
            return false;
        }

        uri = new() { Scheme = "tel", User = Encoding.ASCII.GetString(number), Parameters = parameters };
        return true;
    }

    private static bool TryParseOpaque(string scheme, ReadOnlySpan<byte> text, out SipUri uri)
    {
        uri = Empty;
        if (text.IsEmpty || text.ContainsAnyExcept(SipChars.Opaque))
        {
            return false;
        }

        uri = new() { Scheme = scheme, Opaque = Encoding.ASCII.GetString(text) };
        return true;
    }

    private static string Escape(string user)
    {
        var bytes = Encoding.UTF8.GetBytes(user);
        if (!bytes.AsSpan().ContainsAnyExcept(SipChars.User))
        {
            return user;
        }

        var text = new StringBuilder(bytes.Length * 3);
        foreach (var b in bytes)
        {
            _ = SipChars.User.Contains(b) ? text.Append((char)b) : text.Append('%').Append(b.ToString("X2", null));
        }

        return text.ToString();
    }
}
