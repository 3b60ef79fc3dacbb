using System.Text;
using Santral.Sip.Grammar;

namespace Santral.Sip.Messages;

/// <summary>Request-Line = Method SP Request-URI SP SIP-Version; Status-Line = SIP-Version SP 3DIGIT SP Reason-Phrase (RFC 3261 §7.1, §7.2).</summary>
internal static class StartLineReader
{
    // Stands in for a Request-URI that could not be read, so that the refusal can still be addressed by the other headers.
    private static readonly SipUri Unreadable = SipUri.Of("", "invalid");

    /// <summary>A message without a fault, a message with one (the request can be answered), or no message at all.</summary>
    public static SipFault TryRead(ReadOnlySpan<byte> text, SipLimits limits, out SipMessage? message, out int lineEnd)
    {
        message = null;
        lineEnd = text.IndexOf("\r\n"u8);
        if (lineEnd < 0)
        {
            return new(SipFaultWhy.StartLine, 0);
        }

        var line = text[..lineEnd];
        if (line.Length > limits.LineBytes)
        {
            return new(SipFaultWhy.LineTooLong, limits.LineBytes);
        }

        if (line.ContainsAny((byte)'\r', (byte)'\n'))
        {
            return new(SipFaultWhy.StartLine, 0);
        }

        return line.StartsWith("SIP/"u8) ? ReadStatus(line, out message) : ReadRequest(line, limits, out message);
    }

    private static SipFault ReadStatus(ReadOnlySpan<byte> line, out SipMessage? message)
    {
        message = null;
        if (!line.StartsWith("SIP/2.0 "u8))
        {
            return new(SipFaultWhy.Version, 4);
        }

        var rest = line[8..];
        var space = rest.IndexOf((byte)' ');
        var code = space < 0 ? rest : rest[..space];
        if (code.Length != 3 || !Number32.TryParse(code, out var number) || number is < 100 or > 699)
        {
            return new(SipFaultWhy.StatusCode, 8);
        }

        // RFC 4475 §3.1.1.13 has an empty reason phrase; some senders leave its space out too.
        message = new SipResponse((int)number, space < 0 ? "" : Encoding.UTF8.GetString(rest[(space + 1)..]));
        return default;
    }

    private static SipFault ReadRequest(ReadOnlySpan<byte> line, SipLimits limits, out SipMessage? message)
    {
        message = null;
        var first = line.IndexOf((byte)' ');
        if (first < 1 || !SipChars.IsToken(line[..first]))
        {
            return new(SipFaultWhy.StartLine, 0);
        }

        var method = SipMethods.NameOf(line[..first]);
        message = new SipRequest(method, Unreadable);
        var rest = line[(first + 1)..];
        var last = rest.LastIndexOf((byte)' ');
        var version = last < 0 ? default : rest[(last + 1)..];
        if (last < 1 || !version.StartsWith("SIP/"u8))
        {
            return new(SipFaultWhy.StartLine, first + 1);
        }

        if (!version.SequenceEqual("SIP/2.0"u8))
        {
            return new(SipFaultWhy.Version, first + 1 + last);
        }

        var uriText = rest[..last];
        if (uriText.Length > limits.UriBytes)
        {
            return new(SipFaultWhy.UriTooLong, first + 1);
        }

        // RFC 3261 §19.1.1: a Request-URI has no headers part.
        if (!SipUri.TryParse(uriText, out var uri) || uri.Headers is not null)
        {
            return new(SipFaultWhy.RequestUri, first + 1);
        }

        message = new SipRequest(method, uri);
        return default;
    }
}
