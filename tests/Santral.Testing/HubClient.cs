using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Santral.Testing;

/// <summary>A browser's side of a live connection: SignalR's JSON hub protocol over one WebSocket.</summary>
public sealed class HubClient : IAsyncDisposable
{
    private const byte EndOfMessage = 0x1e;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _asked = new();
    private readonly ConcurrentDictionary<string, Channel<JsonElement>> _told = new();
    private Task _reading = Task.CompletedTask;
    private int _last;

    /// <param name="cookies">Of a signed-in person.</param>
    public static async Task<HubClient> ConnectAsync(Uri site, string path, CookieContainer? cookies = null)
    {
        var hub = new HubClient();
        hub._socket.Options.Cookies = cookies;
        using var limit = new CancellationTokenSource(Patience);
        await hub._socket.ConnectAsync(new UriBuilder(new Uri(site, path)) { Scheme = "ws" }.Uri, limit.Token);
        await hub.SendAsync(new { protocol = "json", version = 1 });
        hub._reading = hub.ReadAsync();
        return hub;
    }

    /// <summary>Invokes a hub method; a refusal is an exception with its code.</summary>
    public async Task<JsonElement> AskAsync(string method, params object?[] arguments)
    {
        var id = Interlocked.Increment(ref _last).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = _asked[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await SendAsync(new { type = 1, invocationId = id, target = method, arguments });
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException)
        {
            throw new HubRefusalException("closed");
        }

        if (_reading.IsCompleted)
        {
            answer.TrySetException(new HubRefusalException("closed"));
        }

        return await answer.Task.WaitAsync(Patience);
    }

    /// <summary>The next message of this kind that fits; those before are dropped.</summary>
    public async Task<JsonElement> NextAsync(string method, Func<JsonElement, bool> fits, TimeSpan? patience = null)
    {
        using var limit = new CancellationTokenSource(patience ?? Patience);
        while (true)
        {
            var item = await Told(method).Reader.ReadAsync(limit.Token);
            if (fits(item))
            {
                return item;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private Channel<JsonElement> Told(string method) => _told.GetOrAdd(method, _ => Channel.CreateUnbounded<JsonElement>());

    private Task SendAsync(object message)
        => _socket.SendAsync(new ReadOnlyMemory<byte>([.. JsonSerializer.SerializeToUtf8Bytes(message), EndOfMessage]), WebSocketMessageType.Text, true, CancellationToken.None).AsTask();

    private async Task ReadAsync()
    {
        var kept = new List<byte>();
        var part = new byte[16 * 1024];
        try
        {
            while (await _socket.ReceiveAsync(part.AsMemory(), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } got)
            {
                foreach (var octet in part.AsSpan(0, got.Count))
                {
                    if (octet != EndOfMessage)
                    {
                        kept.Add(octet);
                        continue;
                    }

                    Take(JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString([.. kept])));
                    kept.Clear();
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The other side, or whoever asked, is done.
        }

        foreach (var waiting in _asked.Values)
        {
            waiting.TrySetException(new HubRefusalException("closed"));
        }
    }

    private void Take(JsonElement message)
    {
        if (!message.TryGetProperty("type", out var type))
        {
            return;
        }

        if (type.GetInt32() == 1)
        {
            Told(message.GetProperty("target").GetString()!).Writer.TryWrite(message.GetProperty("arguments")[0]);
        }
        else if (type.GetInt32() == 3 && _asked.TryRemove(message.GetProperty("invocationId").GetString()!, out var asked))
        {
            if (message.TryGetProperty("error", out var error))
            {
                asked.TrySetException(new HubRefusalException(error.GetString()!));
            }
            else
            {
                asked.TrySetResult(message.TryGetProperty("result", out var result) ? result : default);
            }
        }
    }
}

/// <summary>The hub refused or closed; the message holds the code.</summary>
public sealed class HubRefusalException(string message) : Exception(message);
