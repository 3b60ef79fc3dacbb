using System.Net;
using System.Net.Sockets;
using Santral.Sip.Messages;

namespace Santral.Sip.Transports;

/// <summary>SIP over UDP: one socket, one receive loop that never waits for the application (RFC 3261 §18).</summary>
internal sealed class UdpTransport : SipTransport
{
    // Room for a burst while the process is paused: without it one stall becomes a storm of repeats.
    private const int BufferBytes = 4 * 1024 * 1024;

    private readonly Socket _socket;
    private readonly SipLimits _limits;
    private readonly SipCounters _counters;
    private Task _loop = Task.CompletedTask;

    public UdpTransport(SipListener listener, SipLimits limits, SipCounters counters)
        : base(listener)
    {
        _limits = limits;
        _counters = counters;
        _socket = new(listener.Address.AddressFamily, SocketType.Dgram, ProtocolType.Udp)
        {
            ReceiveBufferSize = BufferBytes,
            SendBufferSize = BufferBytes,
        };
        try
        {
            if (listener.Address.AddressFamily == AddressFamily.InterNetworkV6)
            {
                // So that 0.0.0.0 and [::] can both be bound on one port.
                _socket.DualMode = false;
            }

            _socket.Bind(listener.Address);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }

        Endpoint = new(SipProtocol.Udp, (IPEndPoint)_socket.LocalEndPoint!);
    }

    public override void Start(ISipReceiver receiver) => _loop = ReceiveAsync(receiver);

    public override bool TrySend(ReadOnlyMemory<byte> message, SipFlow flow)
    {
        try
        {
            _socket.SendTo(message.Span, SocketFlags.None, flow.Remote);
            _counters.Add(SipCounter.Sent);
            return true;
        }
        catch (SocketException)
        {
            _counters.Add(SipCounter.SendFailed);
            return false;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _loop;
    }

    private async Task ReceiveAsync(ISipReceiver receiver)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var buffer = GC.AllocateUninitializedArray<byte>(65_536, pinned: true);
        var from = new SocketAddress(Endpoint.Address.AddressFamily);
        var template = new IPEndPoint(Endpoint.Address.Address, 0);
        while (true)
        {
            int length;
            try
            {
                length = await _socket.ReceiveFromAsync(buffer.AsMemory(), SocketFlags.None, from);
            }
            catch (SocketException error) when (error.SocketErrorCode is not (SocketError.OperationAborted or SocketError.NotSocket))
            {
                // An ICMP error of an earlier send is reported here; it says nothing about the next datagram.
                continue;
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                return;
            }

            DatagramReader.Take(buffer.AsSpan(0, length), new(this, (IPEndPoint)template.Create(from)), receiver, _limits, _counters);
        }
    }
}
