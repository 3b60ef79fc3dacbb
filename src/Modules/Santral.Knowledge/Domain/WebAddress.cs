namespace Santral.Knowledge.Domain;

/// <summary>An address outside that may be opened: http or https, with a host, without a name or password in it.</summary>
public static class WebAddress
{
    public const int Longest = 1000;

    /// <summary>The address as it is kept; null for anything else (`javascript:`, `data:`, relative, `https://bank@evil`).</summary>
    public static string? Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > Longest || typed.Any(char.IsControl))
        {
            return null;
        }

        return Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address.Host.Length > 0
            && address.UserInfo.Length == 0
            ? address.AbsoluteUri
            : null;
    }

    public static string ReadOrRefuse(string? typed)
        => Read(typed) ?? throw new Refusal("knowledge.address_not_web", RefusalKind.Invalid);

    /// <summary>What is shown beside the link: the host in ASCII, so that a look-alike letter is seen (RFC 3492).</summary>
    public static string HostOf(string address) => new Uri(address).IdnHost;
}
