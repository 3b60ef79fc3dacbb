using System.Net;
using Santral.Sip.Grammar;

namespace Santral.Sip.Transports;

/// <summary>What carries the messages.</summary>
public enum SipProtocol
{
    Udp,
    Tcp,
}

/// <summary>A bound listening endpoint, with the real port.</summary>
public sealed record SipEndpoint(SipProtocol Protocol, IPEndPoint Address);

/// <summary>An endpoint to listen on; port 0 lets the system choose, and the advertised host replaces the address in Via and Contact (NAT).</summary>
public sealed record SipListener(SipProtocol Protocol, IPEndPoint Address, string? AdvertisedHost = null)
{
    public static SipListener Udp(IPAddress address, int port = 5060) => new(SipProtocol.Udp, new(address, port));

    public static SipListener Tcp(IPAddress address, int port = 5060) => new(SipProtocol.Tcp, new(address, port));
}

/// <summary>A way to one remote address over one of our endpoints; a phone behind NAT is reached only by the flow it opened.</summary>
public sealed class SipFlow
{
    internal SipFlow(SipTransport transport, IPEndPoint remote)
    {
        Transport = transport;
        Remote = remote;
    }

    public SipProtocol Protocol => Transport.Endpoint.Protocol;

    public IPEndPoint Remote { get; }

    public IPEndPoint Local => Transport.Endpoint.Address;

    internal SipTransport Transport { get; }

    internal bool IsReliable => Protocol != SipProtocol.Udp;

    /// <summary>Our own host and port as the remote side can reach them.</summary>
    internal HostPort Advertised => Transport.AdvertisedTo(Remote.Address);

    internal bool TrySend(ReadOnlyMemory<byte> message) => Transport.TrySend(message, Remote);

    internal bool Equals(SipFlow other) => ReferenceEquals(Transport, other.Transport) && Remote.Equals(other.Remote);

    public override string ToString() => $"{Protocol} {Remote}";
}
