using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading.Channels;
using Santral.Sip.Messages;

namespace Santral.Sip.Transports;

/// <summary>One stream: messages are cut out by Content-Length (RFC 3261 §18.3), sends queue and never wait.</summary>
internal sealed class TcpConnection : IDisposable
{
    // A peer that does not read its stream loses it rather than growing our memory.
    private const int QueuedSends = 512;

    private static readonly TimeSpan LingerFor = TimeSpan.FromSeconds(2);

    private readonly TcpTransport _owner;
    private readonly SipLimits _limits;
    private readonly SipLeniency _leniency;
    private readonly SipCounters _counters;
    private readonly Socket _socket;
    private Stream? _stream;
    private readonly Channel<ReadOnlyMemory<byte>> _sends = Channel.CreateBounded<ReadOnlyMemory<byte>>(QueuedSends);
    private int _closed;

    public TcpConnection(TcpTransport owner, Socket socket, SipFlow flow, SipLimits limits, SipLeniency leniency, SipCounters counters)
    {
        _owner = owner;
        _socket = socket;
        _limits = limits;
        _leniency = leniency;
        _counters = counters;
        Flow = flow;
        Begun = new(owner.Clock);
    }

    public SipFlow Flow { get; }

    /// <summary>When the last byte came, and how old a message is that is half read: what the sweep decides on.</summary>
    public long LastHeard { get; private set; }

    public BegunMessage Begun { get; }

    public bool TrySend(ReadOnlyMemory<byte> message)
    {
        if (Volatile.Read(ref _closed) == 0 && _sends.Writer.TryWrite(message))
        {
            return true;
        }

        _counters.Add(SipCounter.SendFailed);
        Dispose();
        return false;
    }

    /// <summary>Runs the stream to its end; connects first when it is ours to open.</summary>
    public async Task RunAsync(ISipReceiver receiver, bool connect)
    {
        LastHeard = _owner.Now();

        // Off the sender's thread: a failure to connect comes back to the transaction that sends.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            _socket.NoDelay = true;
            if (connect)
            {
                await _socket.ConnectAsync(Flow.Remote);
            }

            var stream = await OpenAsync(connect);
            _stream = stream;
            var sending = SendAsync(stream);
            await ReceiveAsync(stream, receiver);

            // What was queued last says why the stream ends: it still goes out, but not to a peer that does not read.
            _sends.Writer.TryComplete();
            await Task.WhenAny(sending, Task.Delay(LingerFor, _owner.Clock));
            if (Volatile.Read(ref _closed) == 0)
            {
                if (stream is SslStream secure && sending.IsCompleted)
                {
                    await secure.ShutdownAsync();
                }

                _socket.Shutdown(SocketShutdown.Send);
                await DrainAsync();
            }

            Dispose();
            await sending;
        }
        catch (AuthenticationException)
        {
            _counters.Add(SipCounter.HandshakesFailed);
        }
        catch (Exception error) when (IsGone(error))
        {
            _counters.Add(SipCounter.ConnectionsClosed);
        }
        finally
        {
            Dispose();
            _owner.Forget(this);
            receiver.OnFlowFailed(Flow);
        }
    }

    /// <summary>The plain stream, or the one behind a handshake, which a peer that says nothing may not hold open.</summary>
    private async Task<Stream> OpenAsync(bool connect)
    {
        var plain = new NetworkStream(_socket, ownsSocket: false);
        if (_owner.Tls is not { } tls)
        {
            return plain;
        }

        var secure = new SslStream(plain);
        using var patience = new CancellationTokenSource(SipTls.HandshakeWithin, _owner.Clock);
        try
        {
            await (connect ? secure.AuthenticateAsClientAsync(tls.ForClient(Flow.Name!), patience.Token)
                : secure.AuthenticateAsServerAsync(tls.ForServer(), patience.Token));
            return secure;
        }
        catch (Exception error) when (IsGone(error))
        {
            throw new AuthenticationException("No TLS session.", error);
        }
    }

    private static bool IsGone(Exception error) =>
        error is SocketException or IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException;

    /// <summary>Closed with bytes unread, the system resets the connection, and the peer loses the last answer with it.</summary>
    private async Task DrainAsync()
    {
        using var patience = new CancellationTokenSource(LingerFor, _owner.Clock);
        var lost = new byte[4096];
        try
        {
            while (await _socket.ReceiveAsync(lost, SocketFlags.None, patience.Token) > 0)
            {
            }
        }
        catch (OperationCanceledException)
        {
            // He goes on sending.
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            _sends.Writer.TryComplete();
            _stream?.Dispose();
            _socket.Dispose();
        }
    }

    private async Task SendAsync(Stream stream)
    {
        try
        {
            await foreach (var message in _sends.Reader.ReadAllAsync())
            {
                await stream.WriteAsync(message);
                _counters.Add(SipCounter.Sent);
            }
        }
        catch (Exception error) when (IsGone(error))
        {
            _counters.Add(SipCounter.SendFailed);
            Dispose();
        }
    }

    private async Task ReceiveAsync(Stream stream, ISipReceiver receiver)
    {
        var buffer = new byte[8_192];
        var filled = 0;
        while (true)
        {
            if (filled == buffer.Length)
            {
                if (buffer.Length >= _limits.MessageBytes)
                {
                    _counters.Add(SipFaultWhy.MessageTooLong);
                    return;
                }

                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, _limits.MessageBytes));
            }

            var read = await stream.ReadAsync(buffer.AsMemory(filled));
            if (read == 0)
            {
                return;
            }

            LastHeard = _owner.Now();
            filled += read;
            var used = Take(buffer.AsSpan(0, filled), receiver, out var lost);
            if (lost)
            {
                return;
            }

            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            filled -= used;
            Begun.Took(used, filled);
        }
    }

    /// <summary>Takes whole messages from the front; lost means that the border of the next one is not known any more.</summary>
    private int Take(ReadOnlySpan<byte> input, ISipReceiver receiver, out bool lost)
    {
        var used = 0;
        lost = false;
        while (used < input.Length)
        {
            var rest = input[used..];
            if (rest.StartsWith("\r\n\r\n"u8))
            {
                // RFC 5626 §4.4.1: the double line end asks for a single one back.
                _counters.Add(SipCounter.KeepAlive);
                TrySend("\r\n"u8.ToArray());
                used += 4;
                continue;
            }

            if (rest.SequenceEqual("\r\n\r"u8) || rest.SequenceEqual("\r\n"u8) || rest.SequenceEqual("\r"u8))
            {
                return used;
            }

            var status = SipParser.Stream(rest, _limits, _leniency, out var parsed);
            if (status == ParseStatus.NeedMore)
            {
                return used;
            }

            used += parsed.Consumed;
            if (status == ParseStatus.Complete)
            {
                receiver.OnMessage(parsed.Message!, Flow);
                continue;
            }

            receiver.OnFault(parsed, Flow);
            lost = parsed.Fault.Why is SipFaultWhy.ContentLength or SipFaultWhy.HeaderEnd or SipFaultWhy.MessageTooLong
                or SipFaultWhy.BodyTooLong or SipFaultWhy.StartLine;
            if (lost)
            {
                return used;
            }
        }

        return used;
    }
}
