using System.Globalization;
using System.Net;

namespace Santral.Calls.Domain;

/// <summary>Addresses and networks separated by commas: `203.0.113.7,198.51.100.0/24,2001:db8::/48`.</summary>
internal static class TrunkNetworks
{
    /// <summary>False when a part is no address or network, or names every address: such a network would let everybody in and believe him.</summary>
    public static bool TryRead(string? text, out IReadOnlyList<IPNetwork> networks)
    {
        var found = new List<IPNetwork>();
        networks = found;
        foreach (var part in (text ?? "").Split([',', ';', ' ', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (One(part) is not { PrefixLength: > 0 } network)
            {
                return false;
            }

            found.Add(network);
        }

        return true;
    }

    /// <summary>Null when it is none. Bits behind the prefix are cut off: 10.1.2.3/8 is what people write for 10.0.0.0/8.</summary>
    public static IPNetwork? One(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? text : text[..slash], out var address) || Scope(address) != 0)
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        var prefix = bytes.Length * 8;
        if (slash >= 0 && (!int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > bytes.Length * 8))
        {
            return null;
        }

        for (var bit = prefix; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new IPNetwork(new IPAddress(bytes), prefix);
    }

    private static long Scope(IPAddress address)
        => address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? address.ScopeId : 0;
}
