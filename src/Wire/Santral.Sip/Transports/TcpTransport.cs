using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;

namespace Santral.Sip.Transports;

/// <summary>SIP over TCP or TLS: accepts streams, opens them when asked to send, uses an open one again (RFC 3261 §18).</summary>
internal sealed class TcpTransport : SipTransport
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(10);

    /// <summary>A message that has begun must be complete within this time.</summary>
    private static readonly TimeSpan HalfReadFor = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan IdleFor = TimeSpan.FromMinutes(65);

    private static readonly TimeSpan AcceptAgainAfter = TimeSpan.FromMilliseconds(100);

    private readonly Socket? _socket;
    private readonly SipTls? _tls;
    private readonly SipLimits _limits;
    private readonly SipLeniency _leniency;
    private readonly SipCounters _counters;
    private readonly TimeProvider _clock;
    private readonly TimerQueue _timers;
    private readonly ConcurrentDictionary<(IPEndPoint Remote, string? Name), TcpConnection> _connections = new();
    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private ISipReceiver? _receiver;
    private Task _loop = Task.CompletedTask;
    private readonly CancellationTokenSource _closing = new();
    private volatile bool _closed;

    public TcpTransport(SipListener listener, SipLimits limits, SipLeniency leniency, SipCounters counters, TimeProvider clock, TimerQueue timers, SipTls? tls)
        : base(listener)
    {
        _tls = tls;
        _limits = limits;
        _leniency = leniency;
        _counters = counters;
        _clock = clock;
        _timers = timers;
        if (tls is { Certificate: null })
        {
            return;
        }

        _socket = new(listener.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (listener.Address.AddressFamily == AddressFamily.InterNetworkV6)
            {
                _socket.DualMode = false;
            }

            _socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            _socket.Bind(listener.Address);
            _socket.Listen(512);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }

        Endpoint = new(listener.Protocol, (IPEndPoint)_socket.LocalEndPoint!);
    }

    public TimeProvider Clock => _clock;

    public SipTls? Tls => _tls;

    public long Now() => _clock.GetTimestamp();

    public override void Start(ISipReceiver receiver)
    {
        _receiver = receiver;
        if (_socket is { } listening)
        {
            _loop = AcceptAsync(listening, receiver);
        }

        _timers.Set(SweepEvery, Sweep);
    }

    public override bool TrySend(ReadOnlyMemory<byte> message, SipFlow flow)
    {
        if (_closed || _receiver is null)
        {
            return false;
        }

        if (_connections.TryGetValue((flow.Remote, flow.Name), out var open))
        {
            return open.TrySend(message);
        }

        if (_tls is not null && flow.Name is null)
        {
            // A stream that was opened to us is gone; nobody could say whose certificate to expect on a new one.
            return false;
        }

        var socket = new Socket(flow.Remote.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        var fresh = new TcpConnection(this, socket, new(this, flow.Remote, flow.Name), _limits, _leniency, _counters);
        var winner = _connections.GetOrAdd((flow.Remote, flow.Name), fresh);
        var sent = winner.TrySend(message);
        if (ReferenceEquals(winner, fresh))
        {
            Track(fresh.RunAsync(_receiver, connect: true));
        }
        else
        {
            fresh.Dispose();
        }

        return sent;
    }

    public override async ValueTask DisposeAsync()
    {
        _closed = true;
        await _closing.CancelAsync();
        _socket?.Dispose();
        await _loop;
        foreach (var connection in _connections.Values)
        {
            connection.Dispose();
        }

        await Task.WhenAll(_running.Keys);
    }

    internal void Forget(TcpConnection connection) =>
        _connections.TryRemove(new KeyValuePair<(IPEndPoint, string?), TcpConnection>((connection.Flow.Remote, connection.Flow.Name), connection));

    private async Task AcceptAsync(Socket listening, ISipReceiver receiver)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (!_closed)
        {
            Socket socket;
            try
            {
                socket = await listening.AcceptAsync();
            }
            catch (SocketException) when (!_closed)
            {
                // Out of descriptors the next attempt fails as well: without a pause this loop would take a whole processor.
                await Task.Delay(AcceptAgainAfter, _clock, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                return;
            }

            Admit(socket, receiver);
        }
    }

    private void Admit(Socket socket, ISipReceiver receiver)
    {
        if (socket.RemoteEndPoint is not IPEndPoint remote || _connections.Count >= _limits.Connections
            || _connections.Keys.Count(k => k.Remote.Address.Equals(remote.Address)) >= _limits.ConnectionsPerAddress)
        {
            _counters.Add(SipCounter.ConnectionsRefused);
            socket.Dispose();
            return;
        }

        _counters.Add(SipCounter.ConnectionsOpened);
        var connection = new TcpConnection(this, socket, new(this, remote), _limits, _leniency, _counters);
        _connections[(remote, null)] = connection;
        Track(connection.RunAsync(receiver, connect: false));
    }

    private void Track(Task task)
    {
        _running[task] = 0;
        task.ContinueWith(static (t, running) => ((ConcurrentDictionary<Task, byte>)running!).TryRemove(t, out _), _running, TaskScheduler.Default);
    }

    private void Sweep()
    {
        foreach (var connection in _connections.Values)
        {
            if (_clock.GetElapsedTime(connection.LastHeard) > IdleFor || connection.Begun.Age > HalfReadFor)
            {
                connection.Dispose();
            }
        }

        if (!_closed)
        {
            _timers.Set(SweepEvery, Sweep);
        }
    }
}
