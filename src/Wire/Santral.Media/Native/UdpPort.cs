using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Santral.Media.Native;

/// <summary>
/// One bound UDP socket. It is closed by the thread that reads it and by no other: a closed descriptor's number is reused at once
/// and a late packet would go to another call.
/// </summary>
internal sealed unsafe class UdpPort
{
    private readonly Socket _socket;

    private UdpPort(Socket socket)
    {
        _socket = socket;
        Descriptor = (int)socket.Handle;
        Local = (IPEndPoint)socket.LocalEndPoint!;
    }

    internal int Descriptor { get; }

    internal IPEndPoint Local { get; }

    internal static UdpPort? TryBind(IPAddress address, int port, int bufferBytes)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            if (address.AddressFamily == AddressFamily.InterNetworkV6)
            {
                socket.DualMode = false;
            }

            socket.ReceiveBufferSize = bufferBytes;
            socket.SendBufferSize = bufferBytes;
            socket.Bind(new IPEndPoint(address, port));
            return new UdpPort(socket);
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }

    /// <summary>One datagram, or -1 when none waits.</summary>
    internal int Receive(Span<byte> buffer, out SockAddr from)
    {
        from = default;
        uint length = SockAddr.Capacity;
        nint got;
        fixed (byte* data = buffer)
        fixed (byte* address = &from.Bytes[0])
        {
            got = Libc.recvfrom(Descriptor, data, buffer.Length, Libc.MsgDontWait, address, &length);
        }

        from.Length = got < 0 ? 0 : Math.Min(length, SockAddr.Capacity);
        return (int)got;
    }

    /// <summary>False when the kernel refused it; a full buffer counts as refused, audio is not kept.</summary>
    internal bool Send(ReadOnlySpan<byte> packet, in SockAddr to)
    {
        fixed (byte* data = packet)
        fixed (byte* address = to.Span)
        {
            return Libc.sendto(Descriptor, data, packet.Length, Libc.MsgDontWait | Libc.MsgNoSignal, address, to.Length) == packet.Length
                || (Marshal.GetLastPInvokeError() == Libc.EIntr
                    && Libc.sendto(Descriptor, data, packet.Length, Libc.MsgDontWait | Libc.MsgNoSignal, address, to.Length) == packet.Length);
        }
    }

    internal void Close() => _socket.Dispose();
}
