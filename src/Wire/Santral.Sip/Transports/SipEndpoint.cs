using System.Net;
using Santral.Sip.Grammar;

namespace Santral.Sip.Transports;

/// <summary>What carries the messages.</summary>
public enum SipProtocol
{
    Udp,
    Tcp,

    /// <summary>TLS over TCP (RFC 3261 §26.2).</summary>
    Tls,
}

/// <summary>A bound listening endpoint, with the real port.</summary>
public sealed record SipEndpoint(SipProtocol Protocol, IPEndPoint Address);

/// <summary>An endpoint to listen on; port 0 lets the system choose, and the advertised host replaces the address in Via and Contact (NAT).</summary>
public sealed record SipListener(SipProtocol Protocol, IPEndPoint Address, string? AdvertisedHost = null)
{
    public static SipListener Udp(IPAddress address, int port = 5060) => new(SipProtocol.Udp, new(address, port));

    public static SipListener Tcp(IPAddress address, int port = 5060) => new(SipProtocol.Tcp, new(address, port));

    /// <summary>With <see cref="SipTls.Certificate"/> it listens; without, it only opens streams.</summary>
    public static SipListener Tls(IPAddress address, int port = 5061) => new(SipProtocol.Tls, new(address, port));
}

/// <summary>A way to one remote address over one of our endpoints; a phone behind NAT is reached only by the flow it opened.</summary>
public sealed class SipFlow
{
    internal SipFlow(SipTransport transport, IPEndPoint remote, string? name = null)
    {
        Transport = transport;
        Remote = remote;
        Name = transport.Endpoint.Protocol == SipProtocol.Tls ? name : null;
    }

    public SipProtocol Protocol => Transport.Endpoint.Protocol;

    public IPEndPoint Remote { get; }

    public IPEndPoint Local => Transport.Endpoint.Address;

    /// <summary>Whom the certificate at the other end must name (RFC 5922 §4); null on streams that were opened to us, and without TLS.</summary>
    public string? Name { get; }

    internal SipTransport Transport { get; }

    /// <summary>As a Via writes it.</summary>
    internal string TransportName => Protocol switch
    {
        SipProtocol.Udp => "UDP",
        SipProtocol.Tcp => "TCP",
        _ => "TLS",
    };

    internal bool IsReliable => Protocol != SipProtocol.Udp;

    /// <summary>Our own host and port as the remote side can reach them.</summary>
    internal HostPort Advertised => Transport.AdvertisedTo(Remote.Address);

    internal bool TrySend(ReadOnlyMemory<byte> message) => Transport.TrySend(message, this);

    internal bool Equals(SipFlow other) => ReferenceEquals(Transport, other.Transport) && Remote.Equals(other.Remote) && Name == other.Name;

    public override string ToString() => $"{Protocol} {Remote}";
}
