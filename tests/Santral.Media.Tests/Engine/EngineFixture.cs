using System.Net;
using System.Net.Sockets;
using Santral.Media.Border;
using Santral.Testing;

namespace Santral.Media.Tests.Engine;

/// <summary>Where the engine of a test is asked from.</summary>
public enum Place
{
    /// <summary>In the same process, by calling it.</summary>
    Inside,

    /// <summary>Over a socket, as the main process asks its media process.</summary>
    Across,
}

/// <summary>Tests of an engine that hold wherever it is: each class of them runs once inside and once across the border.</summary>
public abstract class EngineTests(Place place)
{
    internal Task<EngineFixture> OpenAsync(Func<MediaOptions, MediaOptions>? change = null) => EngineFixture.OpenAsync(place, change);
}

/// <summary>One engine on loopback for one test.</summary>
internal sealed class EngineFixture : IAsyncDisposable
{
    private readonly Func<Task> _end;
    private readonly MediaEngine _engine;

    private EngineFixture(IMediaEngine asked, MediaEngine engine, Func<Task> end)
    {
        (Engine, _engine, _end) = (asked, engine, end);
        Events = new MediaEvents(asked);
    }

    internal IMediaEngine Engine { get; }

    /// <summary>Of this moment, also when the engine is across the border.</summary>
    internal MediaMetrics Metrics => _engine.Metrics;

    internal int BrowserPort => _engine.BrowserPort;

    internal MediaEvents Events { get; }

    internal static async Task<EngineFixture> OpenAsync(Place place, Func<MediaOptions, MediaOptions>? change = null)
    {
        var options = new MediaOptions
        {
            BindV4 = IPAddress.Loopback,
            BindV6 = null,
            RtpPortFirst = 24000,
            RtpPortLast = 25999,
            TryRealTime = false,
        };
        options = change?.Invoke(options) ?? options;
        if (place == Place.Across)
        {
            return await AcrossAsync(options);
        }

        var engine = new MediaEngine(options, TimeProvider.System, SystemRandomBytes.Instance);
        return new EngineFixture(engine, engine, () => Task.CompletedTask);
    }

    internal static LegId NewLeg() => new(Guid.CreateVersion7());

    internal static PlayId NewPlay() => new(Guid.CreateVersion7());

    internal async Task<T> AskAsync<T>(MediaCommand command)
        where T : MediaReply =>
        (await Engine.AskAsync(command, TestContext.Current.CancellationToken)).ShouldBeOfType<T>();

    internal async Task RefusedAsync(MediaCommand command, string code) => (await AskAsync<MediaReply.Refused>(command)).Code.ShouldBe(code);

    public async ValueTask DisposeAsync()
    {
        await _end();
        await Engine.DisposeAsync();
    }

    /// <summary>Two ends of a socket in the file system, an engine at the one, its picture at the other.</summary>
    internal static async Task<(NetworkStream Near, NetworkStream Far)> ConnectedAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), $"santral-{Guid.NewGuid():N}.sock");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        var far = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await far.ConnectAsync(new UnixDomainSocketEndPoint(path));
        var near = await listener.AcceptAsync();
        File.Delete(path);
        return (new NetworkStream(near, ownsSocket: true), new NetworkStream(far, ownsSocket: true));
    }

    private static async Task<EngineFixture> AcrossAsync(MediaOptions options)
    {
        var (near, far) = await ConnectedAsync();
        var stop = new CancellationTokenSource();
        MediaEngine? made = null;
        var serving = MediaServer.RunAsync(
            far, sent => made = new MediaEngine(sent, TimeProvider.System, SystemRandomBytes.Instance), TimeProvider.System, CancellationToken.None);
        var apart = new MediaEngineApart(options, TimeProvider.System);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asking = apart.ServeAsync(near, Environment.ProcessId, ready.SetResult, () => serving, stop.Token);
        await (await Task.WhenAny(ready.Task, asking));
        return new EngineFixture(apart, made!, async () =>
        {
            await stop.CancelAsync();
            await asking;
        });
    }
}
