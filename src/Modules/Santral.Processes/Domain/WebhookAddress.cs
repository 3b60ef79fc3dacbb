using System.Net;
using System.Net.Sockets;

namespace Santral.Processes.Domain;

/// <summary>Which addresses a webhook may have: http or https, and nothing inside the house unless the installation allows it.</summary>
public static class WebhookAddress
{
    public static bool LooksRight(string? address)
        => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 && uri.UserInfo.Length == 0;

    /// <summary>Written as numbers of a private net, in whatever form (`http://10.1/`, `http://0x7f000001`), or as this machine. Names are only known when they are called.</summary>
    public static bool IsInside(string? address)
        => Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.IdnHost.TrimEnd('.') is var host
            && ($".{host}".EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var numbers) && IsPrivate(numbers)));

    /// <summary>Everything that is not the public internet: this machine, the house's nets, carriers' nets, link-local (where clouds keep their secrets), multicast.</summary>
    public static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPrivate(address.MapToIPv4());
        }

        var b = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6Multicast
                || address.IsIPv6UniqueLocal || address.Equals(IPAddress.IPv6Any) || Carries4(b)
            : b[0] is 0 or 10 or 127
                || (b[0] == 100 && b[1] is >= 64 and <= 127)
                || (b[0] == 169 && b[1] == 254)
                || (b[0] == 172 && b[1] is >= 16 and <= 31)
                || (b[0] == 192 && b[1] is 168 or 0)
                || (b[0] == 198 && b[1] is 18 or 19)
                || b[0] >= 224;
    }

    /// <summary>NAT64 (RFC 6052) and 6to4 (RFC 3056) carry an IPv4 address inside, which may be a private one.</summary>
    private static bool Carries4(byte[] b)
        => (b[0] == 0x00 && b[1] == 0x64 && b[2] == 0xff && b[3] == 0x9b && IsPrivate(new IPAddress(b.AsSpan(12, 4))))
            || (b[0] == 0x20 && b[1] == 0x02 && IsPrivate(new IPAddress(b.AsSpan(2, 4))));
}
