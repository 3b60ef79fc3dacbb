using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Santral.Media.Sdp;

/// <summary>Reads a session description (RFC 8866 §9). Lines that audio does not need are passed over; it never throws.</summary>
internal static class SdpParser
{
    internal static bool TryParse(ReadOnlySpan<char> text, out SessionDescription description, out SdpFault fault)
    {
        description = new SessionDescription();
        fault = text.IsWhiteSpace() ? SdpFault.Empty : text.Length > SdpLimits.Length ? SdpFault.TooLong : SdpFault.None;
        SdpMedia? media = null;
        for (var lines = 0; fault == SdpFault.None && !text.IsEmpty; lines++)
        {
            var line = TakeLine(ref text);
            if (line.IsEmpty)
            {
                continue;
            }

            fault = lines >= SdpLimits.Lines ? SdpFault.TooManyLines
                : line.Length > SdpLimits.Line ? SdpFault.LineTooLong
                : line.Length < 2 || line[1] != '=' ? SdpFault.NotALine
                : lines == 0 && !line.SequenceEqual("v=0") ? SdpFault.NoVersion
                : Take(line[0], line[2..], description, ref media);
        }

        if (fault == SdpFault.None && description.Connection is null && description.Media.Exists(static m => m.Port != 0 && m.Connection is null))
        {
            fault = SdpFault.NoConnection; // RFC 8866 §5.7
        }

        return fault == SdpFault.None;
    }

    private static SdpFault Take(char type, ReadOnlySpan<char> value, SessionDescription description, ref SdpMedia? media)
    {
        switch (type)
        {
            case 'c':
                if (!TryConnection(value, out var address))
                {
                    return SdpFault.BadConnection;
                }

                if (media is null)
                {
                    description.Connection = address;
                }
                else
                {
                    media.Connection ??= address;
                }

                return SdpFault.None;
            case 'm':
                if (description.Media.Count == SdpLimits.Media)
                {
                    return SdpFault.TooManyMedia;
                }

                var fault = TryMedia(value, description.Direction, out media);
                if (media is not null)
                {
                    description.Media.Add(media);
                }

                return fault;
            case 'a':
                return SdpAttributes.Take(value, description, media) ? SdpFault.None : SdpFault.BadAttribute;
            default:
                return SdpFault.None;
        }
    }

    /// <summary>connection-field: "IN IP4 address" with an optional TTL after a slash; names are not resolved.</summary>
    internal static bool TryConnection(ReadOnlySpan<char> value, out IPAddress? address)
    {
        address = null;
        if (!TakeWord(ref value).SequenceEqual("IN"))
        {
            return false;
        }

        var family = TakeWord(ref value);
        var text = TakeWord(ref value);
        var slash = text.IndexOf('/');
        text = slash < 0 ? text : text[..slash];
        return IPAddress.TryParse(text, out address)
            && address.AddressFamily == (family.SequenceEqual("IP4") ? AddressFamily.InterNetwork
                : family.SequenceEqual("IP6") ? AddressFamily.InterNetworkV6 : AddressFamily.Unspecified);
    }

    /// <summary>media-field: kind, port with an optional count, protocol, formats.</summary>
    private static SdpFault TryMedia(ReadOnlySpan<char> value, MediaDirection direction, out SdpMedia? media)
    {
        media = null;
        var kind = TakeWord(ref value);
        var port = TakeWord(ref value);
        var protocol = TakeWord(ref value);
        var slash = port.IndexOf('/');
        if (kind.IsEmpty || protocol.IsEmpty || value.IsEmpty || !TryNumber(slash < 0 ? port : port[..slash], ushort.MaxValue, out var number))
        {
            return SdpFault.BadMedia;
        }

        var formats = new List<string>();
        while (!value.IsEmpty)
        {
            if (formats.Count == SdpLimits.Formats)
            {
                return SdpFault.TooManyFormats;
            }

            formats.Add(TakeWord(ref value).ToString());
        }

        media = new SdpMedia
        {
            Kind = kind.ToString(),
            Port = number,
            Protocol = protocol.ToString(),
            Formats = formats,
            Direction = direction,
        };
        return SdpFault.None;
    }

    internal static ReadOnlySpan<char> TakeWord(ref ReadOnlySpan<char> value)
    {
        value = value.TrimStart(' ');
        var end = value.IndexOf(' ');
        var word = end < 0 ? value : value[..end];
        value = end < 0 ? default : value[end..].TrimStart(' ');
        return word;
    }

    internal static bool TryNumber(ReadOnlySpan<char> text, int max, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= max;

    /// <summary>Lines end with CRLF; a bare LF is taken too (RFC 8866 §5).</summary>
    private static ReadOnlySpan<char> TakeLine(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        var line = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[(end + 1)..];
        return line.TrimEnd('\r').TrimEnd(' ');
    }
}
