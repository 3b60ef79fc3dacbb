using System.Text;
using Santral.Sip.Messages;

namespace Santral.Sip.Grammar;

/// <summary>An address with an optional name and parameters: the value of From, To, Contact, Route (RFC 3261 §20.10).</summary>
public sealed record NameAddr(string? DisplayName, SipUri Uri, SipParameters Parameters)
{
    public NameAddr(SipUri uri)
        : this(null, uri, SipParameters.Empty)
    {
    }

    public string? Tag => Parameters["tag"];

    public NameAddr WithTag(string tag) => this with { Parameters = Parameters.With("tag", tag) };

    /// <summary>( name-addr / addr-spec ) *( SEMI generic-param ); name-addr = [ display-name ] LAQUOT addr-spec RAQUOT (§25.1).</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out NameAddr value)
    {
        value = Empty;
        text = SipChars.Trim(text);
        if (text.IsEmpty)
        {
            return false;
        }

        string? name = null;
        if (text[0] == (byte)'"')
        {
            if (!QuotedString.TryMeasure(text, out var length))
            {
                return false;
            }

            name = QuotedString.Decode(text[..length]);
            text = SipChars.TrimStart(text[length..]);
            if (text.IsEmpty || text[0] != (byte)'<')
            {
                return false;
            }
        }

        var open = text.IndexOf((byte)'<');
        return open < 0 ? TryParseAddrSpec(text, out value) : TryParseNameAddr(text, open, name, out value);
    }

    public void WriteTo(ref SipWriter writer)
    {
        if (DisplayName is not null)
        {
            writer.Write(QuotedString.Encode(DisplayName));
            writer.Write(" "u8);
        }

        writer.Write("<"u8);
        Uri.WriteTo(ref writer);
        writer.Write(">"u8);
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

    private static readonly NameAddr Empty = new(SipUri.Of("", "invalid"));

    private static bool TryParseNameAddr(ReadOnlySpan<byte> text, int open, string? name, out NameAddr value)
    {
        value = Empty;
        var display = SipChars.Trim(text[..open]);
        if (!display.IsEmpty)
        {
            // display-name = *(token LWS): a comma or other separator needs quotes.
            foreach (var part in display.SplitAny(" \t"u8))
            {
                if (part.Start.Value != part.End.Value && !SipChars.IsToken(display[part]))
                {
                    return false;
                }
            }

            name = Encoding.ASCII.GetString(display);
        }

        var close = text[open..].IndexOf((byte)'>');
        if (close < 0 || !SipUri.TryParse(text[(open + 1)..(open + close)], out var uri)
            || !SipParameters.TryParseHeader(text[(open + close + 1)..], out var parameters))
        {
            return false;
        }

        value = new(name, uri, parameters);
        return true;
    }

    /// <summary>Without angle brackets, semicolons belong to the header and a question mark or comma may not appear (§20).</summary>
    private static bool TryParseAddrSpec(ReadOnlySpan<byte> text, out NameAddr value)
    {
        value = Empty;
        var semicolon = text.IndexOf((byte)';');
        var spec = SipChars.Trim(semicolon < 0 ? text : text[..semicolon]);
        if (spec.ContainsAny(",?"u8) || !SipUri.TryParse(spec, out var uri)
            || !SipParameters.TryParseHeader(semicolon < 0 ? default : text[semicolon..], out var parameters))
        {
            return false;
        }

        value = new(null, uri, parameters);
        return true;
    }
}
