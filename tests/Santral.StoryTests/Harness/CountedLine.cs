using System.Net;
using System.Net.Sockets;

namespace Santral.StoryTests;

/// <summary>A TCP line to a server of this machine that counts what the client sends over it, in reads; a test can act at the n-th.</summary>
internal sealed class CountedLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _lock = new();
    private readonly int _server;
    private readonly Task _work;
    private (int Left, TaskCompletionSource Came)? _awaited;

    public CountedLine(int server)
    {
        _server = server;
        _listener.Start();
        _work = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Ends when the client has sent <paramref name="count"/> more times.</summary>
    public Task SentAsync(int count)
    {
        var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _awaited = (count, came);
        }

        return came.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(CarryAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        finally
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _server, _end.Token);
                // Whichever side hangs up first, the other is hung up on.
                await Task.WhenAny(CopyAsync(client, server, Count), CopyAsync(server, client, () => { }));
            }
            catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
            {
                // A side is gone, or the test is over.
            }
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, Action read)
    {
        var buffer = new byte[65536];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _end.Token) is var length and > 0)
            {
                read();
                await to.GetStream().WriteAsync(buffer.AsMemory(0, length), _end.Token);
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // As above.
        }
    }

    private void Count()
    {
        lock (_lock)
        {
            if (_awaited is not var (left, came))
            {
                return;
            }

            _awaited = left > 1 ? (left - 1, came) : null;
            if (left <= 1)
            {
                came.SetResult();
            }
        }
    }
}
