using System.Text;
using Santral.Sip.Grammar;

namespace Santral.Sip.Messages;

/// <summary>Reads one message from a datagram or from the front of a stream (RFC 3261 §7, §18.3). Never throws on any input.</summary>
public static class SipParser
{
    public static ParseStatus Datagram(ReadOnlySpan<byte> input, SipLimits limits, out SipParsed parsed) =>
        Read(input, stream: false, limits, SipLeniency.None, out parsed);

    public static ParseStatus Stream(ReadOnlySpan<byte> input, SipLimits limits, SipLeniency leniency, out SipParsed parsed) =>
        Read(input, stream: true, limits, leniency, out parsed);

    private static ParseStatus Read(ReadOnlySpan<byte> input, bool stream, SipLimits limits, SipLeniency leniency, out SipParsed parsed)
    {
        // A sender may put empty lines before the start line (§7.5).
        var start = 0;
        while (input.Length - start >= 2 && input[start] == '\r' && input[start + 1] == '\n')
        {
            start += 2;
        }

        var headerEnd = input[start..].IndexOf("\r\n\r\n"u8);
        if (headerEnd < 0)
        {
            return stream && input.Length - start <= limits.HeaderBytes
                ? More(out parsed)
                : Bad(SipFaultWhy.HeaderEnd, input.Length, null, input.Length, out parsed);
        }

        if (headerEnd > limits.HeaderBytes)
        {
            return Bad(SipFaultWhy.MessageTooLong, start + headerEnd, null, input.Length, out parsed);
        }

        // The message owns one copy; header values are slices of it, so nothing outlives the caller's buffer.
        var copy = input.Slice(start, headerEnd + 2).ToArray();
        var bodyStart = start + headerEnd + 4;
        var fault = StartLineReader.TryRead(copy, limits, out var message, out var lineEnd);
        if (message is null)
        {
            return Bad(fault.Why, start + fault.Offset, null, stream ? bodyStart : input.Length, out parsed);
        }

        var headerFault = HeaderReader.Read(copy, lineEnd, limits, message.Headers);
        fault = fault.Why == SipFaultWhy.None ? headerFault : fault;
        var rest = input.Length - bodyStart;
        var lengthKnown = TryBodyLength(message, stream, leniency, rest, out var bodyLength);
        if (!lengthKnown || bodyLength > limits.BodyBytes)
        {
            var why = lengthKnown ? SipFaultWhy.BodyTooLong : SipFaultWhy.ContentLength;
            return Bad(fault.Why == SipFaultWhy.None ? why : fault.Why, bodyStart, message, input.Length, out parsed);
        }

        if (bodyLength > rest)
        {
            return stream ? More(out parsed) : Bad(SipFaultWhy.BodyTooShort, input.Length, message, input.Length, out parsed);
        }

        message.Body = bodyLength == 0 ? default : input.Slice(bodyStart, bodyLength).ToArray();
        var consumed = stream ? bodyStart + bodyLength : input.Length;
        fault = fault.Why == SipFaultWhy.None ? SipValidator.Check(message) : fault;
        if (fault.Why != SipFaultWhy.None)
        {
            return Bad(fault.Why, start + fault.Offset, message, consumed, out parsed);
        }

        parsed = new(message, default, consumed);
        return ParseStatus.Complete;
    }

    private static bool TryBodyLength(SipMessage message, bool stream, SipLeniency leniency, int rest, out int length)
    {
        length = stream ? 0 : rest;
        if (!message.Headers.TryGet(SipNames.ContentLength, out var text))
        {
            return !stream || leniency.AllowMissingLengthOnStream;
        }

        if (!Number32.TryParse(text, out var number) || number > int.MaxValue || message.Headers.CountOf(SipNames.ContentLength) > 1)
        {
            return false;
        }

        length = (int)number;
        return true;
    }

    private static ParseStatus More(out SipParsed parsed)
    {
        parsed = default;
        return ParseStatus.NeedMore;
    }

    private static ParseStatus Bad(SipFaultWhy why, int offset, SipMessage? message, int consumed, out SipParsed parsed)
    {
        parsed = new(message, new(why, offset), consumed);
        return ParseStatus.Bad;
    }
}
