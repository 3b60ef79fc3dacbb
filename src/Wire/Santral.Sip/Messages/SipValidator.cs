using Santral.Sip.Grammar;

namespace Santral.Sip.Messages;

/// <summary>The checks a message needs before anyone may work with it: RFC 3261 §8.1.1 (mandatory headers), §7.3.1, §8.1.1.5.</summary>
internal static class SipValidator
{
    private static readonly string[] Once =
        [SipNames.From, SipNames.To, SipNames.CallId, SipNames.CSeq, SipNames.MaxForwards, SipNames.ContentLength, SipNames.ContentType, SipNames.Expires];

    public static SipFault Check(SipMessage message)
    {
        foreach (var name in Once)
        {
            if (message.Headers.CountOf(name) > 1)
            {
                return new(SipFaultWhy.DuplicateHeader, 0);
            }
        }

        if (!message.Headers.Has(SipNames.Via) || !message.Headers.Has(SipNames.From) || !message.Headers.Has(SipNames.To)
            || !message.Headers.Has(SipNames.CallId) || !message.Headers.Has(SipNames.CSeq))
        {
            return new(SipFaultWhy.MissingHeader, 0);
        }

        var why = message.TopVia is null ? SipFaultWhy.Via
            : message.From is null ? SipFaultWhy.From
            : message.To is null ? SipFaultWhy.To
            : !IsCallId(message) ? SipFaultWhy.CallId
            : message.CSeq is null ? SipFaultWhy.CSeq
            : HasBadNumber(message, SipNames.Expires) ? SipFaultWhy.Expires
            : message is SipRequest request ? CheckRequest(request) : CheckResponse(message);
        return new(why, 0);
    }

    private static SipFaultWhy CheckRequest(SipRequest request)
    {
        if (request.CSeq!.Value.Method != request.Method)
        {
            return SipFaultWhy.CSeqMethod;
        }

        // RFC 3261 §20.22: 0-255. Absent is tolerated: RFC 2543 senders do not write it (§8.1.1.6 is for ours).
        if (HasBadNumber(request, SipNames.MaxForwards) || request.Number(SipNames.MaxForwards) > 255)
        {
            return SipFaultWhy.MaxForwards;
        }

        if (!request.TryAddresses(SipNames.RecordRoute, out _) || !request.TryAddresses(SipNames.Route, out _))
        {
            return SipFaultWhy.Route;
        }

        return HasBadContact(request) ? SipFaultWhy.Contact : SipFaultWhy.None;
    }

    private static SipFaultWhy CheckResponse(SipMessage response) =>
        !response.TryAddresses(SipNames.RecordRoute, out _) ? SipFaultWhy.Route
        : response.From!.Uri is null ? SipFaultWhy.From
        : SipFaultWhy.None;

    private static bool HasBadContact(SipRequest request)
    {
        if (request.Headers.TryGet(SipNames.Contact, out var only) && only.SequenceEqual("*"u8))
        {
            return request.Method != SipMethods.Register || request.Headers.CountOf(SipNames.Contact) != 1;
        }

        if (!request.TryAddresses(SipNames.Contact, out var contacts))
        {
            return true;
        }

        foreach (var contact in contacts)
        {
            if (contact.Parameters["expires"] is { } expires && !Number32.TryParse(expires, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>callid = word [ "@" word ] (§25.1).</summary>
    private static bool IsCallId(SipMessage message)
    {
        message.Headers.TryGet(SipNames.CallId, out var text);
        var at = text.IndexOf((byte)'@');
        var first = at < 0 ? text : text[..at];
        var second = at < 0 ? default : text[(at + 1)..];
        return !first.IsEmpty && (at < 0 || !second.IsEmpty)
            && !first.ContainsAnyExcept(SipChars.Word) && !second.ContainsAnyExcept(SipChars.Word);
    }

    private static bool HasBadNumber(SipMessage message, string name) =>
        message.Headers.TryGet(name, out var text) && !Number32.TryParse(text, out _);
}
