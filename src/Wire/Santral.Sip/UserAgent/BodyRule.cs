using Santral.Sip.Grammar;
using Santral.Sip.Messages;

namespace Santral.Sip.UserAgent;

/// <summary>Whether the body of an INVITE is one that an application can use: RFC 3261 §8.2.3.</summary>
internal static class BodyRule
{
    public static (int Code, SipHeader Header)? Refusal(SipRequest request)
    {
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
}
