using System.Net;
using System.Net.Sockets;
using Santral.Sip.Grammar;

namespace Santral.Sip.Transports;

/// <summary>Turns a host of a URI into addresses, best first; an unknown name gives none.</summary>
public interface ISipResolver
{
    ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(string host);
}

/// <summary>Literal addresses, and names by the system's resolver (A and AAAA; no SRV or NAPTR of RFC 3263 yet).</summary>
public sealed class DnsResolver : ISipResolver
{
    public async ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(string host)
    {
        if (new HostPort(host, null).TryGetAddress(out var literal))
        {
            return [literal];
        }

        try
        {
            return await Dns.GetHostAddressesAsync(host);
        }
        catch (Exception error) when (error is SocketException or ArgumentException)
        {
            return [];
        }
    }
}
