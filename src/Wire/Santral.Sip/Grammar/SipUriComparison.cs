namespace Santral.Sip.Grammar;

/// <summary>Whether two URIs name the same resource: RFC 3261 §19.1.4. Used to find a binding again.</summary>
internal static class SipUriComparison
{
    // These four are never ignored when only one of the URIs has them.
    private static readonly string[] Significant = ["user", "ttl", "method", "maddr", "transport"];

    public static bool IsSameAs(this SipUri left, SipUri right)
    {
        if (left.Scheme != right.Scheme)
        {
            return false;
        }

        if (left.Opaque is not null || right.Opaque is not null)
        {
            return left.Opaque == right.Opaque;
        }

        // An escaped character equals its plain form; user info is compared with case, host without.
        return left.User is null == right.User is null && left.UserText == right.UserText
            && left.Password == right.Password
            && string.Equals(left.Host, right.Host, StringComparison.OrdinalIgnoreCase)
            && left.Port == right.Port
            && SameParameters(left.Parameters, right.Parameters)
            && string.Equals(left.Headers, right.Headers, StringComparison.OrdinalIgnoreCase);
    }

    private static bool SameParameters(SipParameters left, SipParameters right)
    {
        foreach (var name in Significant)
        {
            if (left.Has(name) != right.Has(name))
            {
                return false;
            }
        }

        foreach (var (name, _) in left.Items)
        {
            if (right[name] is { } other && !string.Equals(left[name], other, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
