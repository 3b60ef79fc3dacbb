using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Santral.Media.Engine;

/// <summary>Which of this machine's addresses to write in a description.</summary>
internal static class LocalAddress
{
    /// <summary>The address that packets to the peer would leave from; no packet is sent to find it.</summary>
    internal static IPAddress? Facing(IPAddress remote)
    {
        try
        {
            using var socket = new Socket(remote.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(new IPEndPoint(remote, 9));
            return (socket.LocalEndPoint as IPEndPoint)?.Address;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    /// <summary>The addresses of all interfaces that are up, loopback last.</summary>
    internal static IReadOnlyList<IPAddress> All(AddressFamily family)
    {
        try
        {
            return [.. NetworkInterface.GetAllNetworkInterfaces()
                .Where(i => i.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
                .SelectMany(i => i.GetIPProperties().UnicastAddresses)
                .Select(a => a.Address)
                .Where(a => a.AddressFamily == family && !a.IsIPv6LinkLocal)
                .OrderBy(IPAddress.IsLoopback)
                .Take(8)];
        }
        catch (NetworkInformationException)
        {
            return [family == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Loopback : IPAddress.Loopback];
        }
    }

    internal static IPAddress? First(AddressFamily family)
    {
        var all = All(family);
        return all.Count == 0 ? null : all[0];
    }

    internal static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
}
