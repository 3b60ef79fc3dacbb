using Santral.Sip.Grammar;
using Santral.Sip.Messages;

namespace Santral.Sip.Transactions;

/// <summary>What makes two responses belong together: branch and method (RFC 3261 §17.1.3).</summary>
internal readonly record struct ClientKey(string Branch, string Method);

/// <summary>What makes two requests the same: branch, sent-by and method, ACK counting as INVITE (RFC 3261 §17.2.3).</summary>
internal readonly record struct ServerKey(string Branch, string SentBy, string Method)
{
    public static ServerKey Of(SipRequest request, string? method = null)
    {
        var via = request.TopVia!;
        method ??= request.IsAck ? SipMethods.Invite : request.Method;
        return via.HasMagicCookie
            ? new(via.Branch!, via.SentBy.ToString().ToLowerInvariant(), method)
            : new(OldStyle(request, via), "", method);
    }

    /// <summary>Senders of RFC 2543 have no usable branch; the To tag is left out since an ACK has one its INVITE had not.</summary>
    private static string OldStyle(SipRequest request, Via via) => string.Join(
        '\n', request.Uri, request.From!.Tag, request.CallId, request.CSeq!.Value.Number.ToString(null, null), via.SentBy, via.Branch);
}

/// <summary>What two copies of one request share that came by two paths (RFC 3261 §8.2.2.2).</summary>
internal readonly record struct MergeKey(string CallId, string FromTag, uint CSeq, string Method);
