using System.Net;
using System.Net.Sockets;
using Santral.Sip.Grammar;
using Santral.Sip.Transports;

namespace Santral.Sip.Dialogs;

/// <summary>Whether the other side's Contact can be believed, or the flow its messages come from must be used.</summary>
internal static class NextHop
{
    /// <summary>
    /// With a route set the RFC is followed (§12.2.1.1). Without one, a phone behind NAT names an address only its own network knows:
    /// then, and on a stream of the same host, the flow that is open is the only way.
    /// </summary>
    public static bool UsesFlow(Dialog dialog, SipFlow flow)
    {
        if (dialog.Routes.Count > 0)
        {
            return false;
        }

        var target = dialog.RemoteTarget;
        if (!target.IsSip || target.Host.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (!new HostPort(target.Host, null).TryGetAddress(out var address))
        {
            return flow.IsReliable;
        }

        // A private address is believed from a neighbour on the same kind of network, and not from across the internet.
        return address.Equals(flow.Remote.Address) ? flow.IsReliable : IsPrivate(address) && !IsPrivate(flow.Remote.Address);
    }

    private static bool IsPrivate(IPAddress address)
    {
        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal)
        {
            return true;
        }

        if (address.AddressFamily != AddressFamily.InterNetwork)
        {
            return false;
        }

        Span<byte> b = stackalloc byte[4];
        address.TryWriteBytes(b, out _);

        // RFC 1918, RFC 6598 (carrier NAT), RFC 3927, and the unspecified address some phones write.
        return b[0] is 10 or 0 || (b[0] == 172 && b[1] is >= 16 and < 32) || (b[0] == 192 && b[1] == 168)
            || (b[0] == 100 && b[1] is >= 64 and < 128) || (b[0] == 169 && b[1] == 254);
    }
}
