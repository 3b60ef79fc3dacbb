using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;

namespace Santral.Sip.Transports;

/// <summary>Who is given what the sockets receive; every method returns at once.</summary>
internal interface ISipReceiver
{
    void OnMessage(SipMessage message, SipFlow flow);

    void OnFault(SipParsed parsed, SipFlow flow);

    void OnFlowFailed(SipFlow flow);
}

/// <summary>One listening endpoint: its socket, its receive loop, its way of sending without waiting.</summary>
internal abstract class SipTransport(SipListener listener) : IAsyncDisposable
{
    // Which of our addresses a remote one is reached from; asked of the system once per remote address.
    private readonly ConcurrentDictionary<IPAddress, IPAddress> _locals = new();
    private const int MaxKnownLocals = 10_000;

    public SipEndpoint Endpoint { get; protected set; } = new(listener.Protocol, listener.Address);

    public abstract void Start(ISipReceiver receiver);

    public abstract bool TrySend(ReadOnlyMemory<byte> message, SipFlow flow);

    public abstract ValueTask DisposeAsync();

    public HostPort AdvertisedTo(IPAddress remote)
    {
        if (listener.AdvertisedHost is { } host)
        {
            return new(host, Endpoint.Address.Port);
        }

        var address = Endpoint.Address.Address;
        if (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        {
            if (_locals.Count > MaxKnownLocals)
            {
                _locals.Clear();
            }

            address = _locals.GetOrAdd(remote, static (r, own) => LocalFor(r) ?? own, address);
        }

        return new(HostPort.HostOf(address), Endpoint.Address.Port);
    }

    public bool CanReach(IPAddress remote) => remote.AddressFamily == Endpoint.Address.AddressFamily;

    /// <summary>Connecting a datagram socket sends nothing: it only asks the routing table.</summary>
    private static IPAddress? LocalFor(IPAddress remote)
    {
        try
        {
            using var probe = new Socket(remote.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            probe.Connect(remote, 9);
            return (probe.LocalEndPoint as IPEndPoint)?.Address;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
