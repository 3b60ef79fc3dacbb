using Santral.Sip.Grammar;
using Santral.Sip.Messages;

namespace Santral.Sip.UserAgent;

/// <summary>Whether the body of an INVITE is one that an application can use: RFC 3261 §8.2.3.</summary>
internal static class BodyRule
{
    public static (int Code, SipHeader Header)? Refusal(SipRequest request)
    {
        // What we answer with is a session description: a caller who does not take one cannot be served (§21.4.7).
        if (request.Headers.Has(SipNames.Accept) && !Accepts(request.Headers.List(SipNames.Accept)))
        {
            return (406, new(SipNames.Accept, "application/sdp"));
        }

        if (request.Body.IsEmpty)
        {
            return null;
        }

        if (request.Headers.Text(SipNames.ContentEncoding) is { } encoding && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            return (415, new(SipNames.AcceptEncoding, "identity"));
        }

        if (request.Headers.TryGet(SipNames.ContentType, out var text) && TokenValue.TryParse(text, out var type) && type.Is("application/sdp"))
        {
            return null;
        }

        return (415, new(SipNames.Accept, "application/sdp"));
    }

    private static bool Accepts(IReadOnlyList<string> ranges)
    {
        foreach (var range in ranges)
        {
            var type = range.AsSpan(0, range.IndexOf(';') is >= 0 and var end ? end : range.Length).Trim();
            if (type.Equals("application/sdp", StringComparison.OrdinalIgnoreCase) || type is "application/*" or "*/*")
            {
                return true;
            }
        }

        return false;
    }
}
