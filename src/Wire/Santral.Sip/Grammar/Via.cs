using System.Globalization;
using System.Text;
using Santral.Sip.Messages;

namespace Santral.Sip.Grammar;

/// <summary>One hop of a request's path (RFC 3261 §20.42), with rport as in RFC 3581.</summary>
public sealed record Via(string Transport, HostPort SentBy, SipParameters Parameters)
{
    /// <summary>Branches made under RFC 3261 begin with this (§8.1.1.7).</summary>
    public const string MagicCookie = "z9hG4bK";

    public string? Branch => Parameters["branch"];

    public string? Received => Parameters["received"];

    /// <summary>The port the answer goes to, once the receiver has filled it in.</summary>
    public int? Rport => int.TryParse(Parameters["rport"], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 ? port : null;

    public bool WantsRport => Parameters.Has("rport");

    public bool HasMagicCookie =>
        Branch is { } branch && branch.Length > MagicCookie.Length && branch.StartsWith(MagicCookie, StringComparison.OrdinalIgnoreCase);

    /// <summary>via-parm = sent-protocol LWS sent-by *( SEMI via-params ); sent-protocol = "SIP" SLASH "2.0" SLASH transport (§25.1).</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Via via)
    {
        via = Empty;
        text = SipChars.Trim(text);
        if (!TryTakePart(ref text, out var name) || !Ascii.EqualsIgnoreCase(name, "SIP"u8)
            || !TryTakePart(ref text, out var version) || !version.SequenceEqual("2.0"u8))
        {
            return false;
        }

        var space = text.IndexOfAny((byte)' ', (byte)'\t');
        if (space < 1 || !SipChars.IsToken(text[..space]))
        {
            return false;
        }

        var transport = TransportName(text[..space]);
        text = SipChars.TrimStart(text[space..]);
        var semicolon = text.IndexOf((byte)';');
        if (!HostPort.TryParse(SipChars.Trim(semicolon < 0 ? text : text[..semicolon]), out var sentBy)
            || !SipParameters.TryParseHeader(semicolon < 0 ? default : text[semicolon..], out var parameters))
        {
            return false;
        }

        via = new(transport, sentBy, parameters);
        return true;
    }

    public void WriteTo(ref SipWriter writer)
    {
        writer.Write("SIP/2.0/"u8);
        writer.Write(Transport);
        writer.Write(" "u8);
        writer.Write(SentBy.Host);
        if (SentBy.Port is { } port)
        {
            writer.Write(":"u8);
            writer.Write(port);
        }

        Parameters.WriteTo(ref writer);
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

    private static readonly Via Empty = new("UDP", new("invalid", null), SipParameters.Empty);

    private static bool TryTakePart(ref ReadOnlySpan<byte> text, out ReadOnlySpan<byte> part)
    {
        var slash = text.IndexOf((byte)'/');
        part = slash < 0 ? default : SipChars.Trim(text[..slash]);
        text = slash < 0 ? default : SipChars.TrimStart(text[(slash + 1)..]);
        return slash > 0;
    }

    private static string TransportName(ReadOnlySpan<byte> text) =>
        Ascii.EqualsIgnoreCase(text, "UDP"u8) ? "UDP" : Ascii.EqualsIgnoreCase(text, "TCP"u8) ? "TCP" : Encoding.ASCII.GetString(text);
}
