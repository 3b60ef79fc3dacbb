using System.Text;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;

namespace Santral.Sip.UserAgent;

/// <summary>Which of our calls an INVITE with Replaces means, or a REFER that asks for one: RFC 3891 §3.</summary>
internal static class ReplacedCall
{
    /// <summary>0 and the call, or the status that refuses it.</summary>
    public static int Find(SipStack stack, SipRequest invite, out SipCall? call)
    {
        call = null;
        return invite.Headers.CountOf(SipNames.Replaces) != 1 || !invite.Headers.TryGet(SipNames.Replaces, out var text) || !Replaces.TryParse(text, out var meant)
            ? 400
            : Find(stack, meant, out call);
    }

    /// <summary>The call that the target of a REFER names among the headers of its URI; null when it names none, or none of ours that speaks.</summary>
    public static SipCall? In(SipStack stack, SipUri target)
    {
        foreach (var header in (target.Headers ?? "").Split('&'))
        {
            var (name, value) = header.Split('=', 2) is [var before, var after] ? (before, after) : (header, "");
            if (name.Equals(SipNames.Replaces, StringComparison.OrdinalIgnoreCase)
                && Replaces.TryParse(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(value)), out var meant)
                && Find(stack, meant, out var call) == 0)
            {
                return call;
            }
        }

        return null;
    }

    private static int Find(SipStack stack, Replaces meant, out SipCall? call)
    {
        call = null;
        if (!stack.Calls.TryGetValue((meant.CallId, meant.ToTag), out var found) || found.RemoteTag is not { } tag || !IsTag(tag, meant.FromTag))
        {
            return 481;
        }

        if (found.IsEnded)
        {
            return 603;
        }

        if (!found.IsTalking)
        {
            // An early dialog that is not ours to offer is none (481); a phone that we let ring is picked up by lifting it.
            return found is IncomingCall ? 481 : 603;
        }

        if (meant.EarlyOnly)
        {
            return 486;
        }

        call = found;
        return 0;
    }

    /// <summary>A peer of RFC 2543 has no tag, and is named by 0.</summary>
    private static bool IsTag(string tag, string meant) => tag == meant || (tag.Length == 0 && meant == "0");
}
