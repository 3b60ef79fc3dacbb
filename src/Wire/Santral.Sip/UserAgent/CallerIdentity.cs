using Santral.Sip.Grammar;
using Santral.Sip.Messages;

namespace Santral.Sip.UserAgent;

/// <summary>Who calls, as far as the network says and the caller allows: RFC 3325 (P-Asserted-Identity), RFC 3323 (Privacy).</summary>
public sealed record CallerIdentity(string? Number, string? DisplayName, bool Withheld)
{
    /// <param name="invite">The call's INVITE.</param>
    /// <param name="trusted">The sender may assert who calls (RFC 3325 §5: from others the header is not believed).</param>
    public static CallerIdentity Of(SipRequest invite, bool trusted)
    {
        var from = invite.From!;
        var anonymous = IsAnonymous(from);
        var privacy = invite.Headers.Text(SipNames.Privacy) ?? "";
        if (HasPrivacy(privacy, "id") || HasPrivacy(privacy, "user") || HasPrivacy(privacy, "header"))
        {
            // RFC 3325 §9.3: an asserted number under "id" is for the network and may not be shown.
            return new(null, null, Withheld: true);
        }

        if (trusted && invite.TryAddresses(SipNames.PAssertedIdentity, out var asserted) && asserted.Count > 0)
        {
            // Two values at most, a sip and a tel URI; the tel one is the number (§9.1).
            var best = asserted.FirstOrDefault(a => a.Uri.Scheme == "tel") ?? asserted[0];
            if (!IsAnonymous(best))
            {
                return new(best.Uri.UserText, asserted[0].DisplayName ?? from.DisplayName, Withheld: false);
            }
        }

        return anonymous || from.Uri.UserText.Length == 0 ? new(null, null, anonymous) : new(from.Uri.UserText, from.DisplayName, Withheld: false);
    }

    private static bool IsAnonymous(NameAddr address) =>
        string.Equals(address.Uri.UserText, "anonymous", StringComparison.OrdinalIgnoreCase)
        || address.Uri.Host.EndsWith("anonymous.invalid", StringComparison.OrdinalIgnoreCase)
        || (address.Uri.User is null && string.Equals(address.DisplayName, "Anonymous", StringComparison.OrdinalIgnoreCase));

    private static bool HasPrivacy(string header, string value)
    {
        foreach (var part in header.AsSpan().SplitAny(";, "))
        {
            if (header.AsSpan(part).Equals(value, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
