using System.Globalization;
using System.Net;

namespace Santral.Calls.Live.Telephone;

/// <summary>Reads `SIP_TRUNKS`: addresses and networks separated by commas, or `all`.</summary>
internal static class TrunkList
{
    private const string Form = "SANTRAL_SIP_TRUNKS must be addresses or networks such as 203.0.113.7,198.51.100.0/24,2001:db8::/48, or all";

    public static (IReadOnlyList<IPNetwork> Networks, bool All) Read(string? text)
    {
        var networks = new List<IPNetwork>();
        var all = false;
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Equals("all", StringComparison.OrdinalIgnoreCase))
            {
                all = true;
                continue;
            }

            var network = Network(part) ?? throw new InvalidOperationException($"{Form}, not '{part}'.");

            // A network of every address names nobody, so nobody in it is believed about who calls.
            if (network.PrefixLength == 0)
            {
                all = true;
            }
            else
            {
                networks.Add(network);
            }
        }

        return (networks, all);
    }

    /// <summary>Bits behind the prefix are cut off: 10.1.2.3/8 is what people write for 10.0.0.0/8.</summary>
    private static IPNetwork? Network(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? text : text[..slash], out var address) || address.ScopeIdOrZero() != 0)
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

    private static long ScopeIdOrZero(this IPAddress address)
        => address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? address.ScopeId : 0;
}
