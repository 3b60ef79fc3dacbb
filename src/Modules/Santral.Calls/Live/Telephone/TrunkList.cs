using System.Net;
using Santral.Calls.Domain;

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

            var network = TrunkNetworks.One(part) ?? throw new InvalidOperationException($"{Form}, not '{part}'.");

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
}
