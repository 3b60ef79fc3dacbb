using System.Net;
using Santral.Testing;

namespace Santral.Media.Tests.Engine;

/// <summary>One engine on loopback for one test.</summary>
internal sealed class EngineFixture : IAsyncDisposable
{
    internal EngineFixture(Func<MediaOptions, MediaOptions>? change = null)
    {
        var options = new MediaOptions
        {
            BindV4 = IPAddress.Loopback,
            BindV6 = null,
            RtpPortFirst = 24000,
            RtpPortLast = 25999,
            TryRealTime = false,
        };
        Engine = new MediaEngine(change?.Invoke(options) ?? options, TimeProvider.System, SystemRandomBytes.Instance);
        Events = new MediaEvents(Engine);
    }

    internal MediaEngine Engine { get; }

    internal MediaEvents Events { get; }

    internal static LegId NewLeg() => new(Guid.CreateVersion7());

    internal static PlayId NewPlay() => new(Guid.CreateVersion7());

    internal async Task<T> AskAsync<T>(MediaCommand command)
        where T : MediaReply =>
        (await Engine.AskAsync(command, TestContext.Current.CancellationToken)).ShouldBeOfType<T>();

    internal async Task RefusedAsync(MediaCommand command, string code) => (await AskAsync<MediaReply.Refused>(command)).Code.ShouldBe(code);

    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}
