using System.Net.Sockets;
using System.Security.Cryptography;
using Santral.Media.Border;
using Santral.Media.Tests.Engine;
using Santral.Testing;

namespace Santral.Media.Tests.Border;

/// <summary>The media process dies, hangs, or is another one: whatever it had in hand ends once, and the next one begins.</summary>
public sealed class DyingProcessTests : IDisposable
{
    private static readonly MediaOptions Options = new() { BindV4 = System.Net.IPAddress.Loopback, BindV6 = null, RtpPortFirst = 24000, RtpPortLast = 25999, TryRealTime = false };
    private readonly string _folder = Directory.CreateTempSubdirectory("santral-media-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_it_had_in_hand_ends_once_and_the_next_process_begins_empty()
    {
        await using var apart = new MediaEngineApart(Options, TimeProvider.System);
        var events = new MediaEvents(apart);
        await using var first = await ProcessAsync(apart);
        await using var caller = new ToneCaller(600);
        await using var agent = new ToneCaller(1000);
        var (one, two) = (await caller.OpenAsync(apart), await agent.OpenAsync(apart));
        var (play, tape, path) = (EngineFixture.NewPlay(), new TapeId(Guid.CreateVersion7()), Path.Combine(_folder, "a.wav"));
        await DoneAsync(apart, new Bridge(one, two));
        await DoneAsync(apart, new RecordLeg(one, tape, path));
        await Task.WhenAll(caller.Heard.UntilToneAsync(1000, 0.9), agent.Heard.UntilToneAsync(600, 0.9));
        await UntilAsync(() => new FileInfo(path).Length > 1000);
        await DoneAsync(apart, new Play(two, play, [new PlayTone(440, 60_000)]));

        await first.KillAsync();

        (await events.NextAsync<LegLost>()).ShouldSatisfyAllConditions(l => l.Leg.ShouldBe(one), l => l.Reason.ShouldBe(LegLoss.EngineLost));
        (await events.NextAsync<LegLost>()).Leg.ShouldBe(two);
        (await events.NextAsync<PlayEnded>()).ShouldSatisfyAllConditions(p => p.Id.ShouldBe(play), p => p.Reason.ShouldBe(PlayEnd.Failed));
        (await events.NextAsync<LegClosed>()).Leg.ShouldBe(one);
        (await events.NextAsync<LegClosed>()).Leg.ShouldBe(two);
        var ended = await events.NextAsync<RecordingEnded>();
        (ended.Id, ended.Reason, ended.Bytes).ShouldBe((tape, RecordingEnd.EngineLost, new FileInfo(path).Length));
        ended.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken))));
        RecordedWav.Read(path).Length.TotalMilliseconds.ShouldBe(ended.LengthMs, 1);

        apart.IsReady.ShouldBeFalse();
        (await AskAsync(apart, new OpenSipLeg(one, caller.Offer()))).ShouldBe(MediaLink.Gone(new OpenSipLeg(one, null)));
        ((MediaReply.Refused)await AskAsync(apart, new CloseLeg(one))).Code.ShouldBe(MediaCodes.LegUnknown);
        await using var second = await ProcessAsync(apart);
        apart.IsReady.ShouldBeTrue();
        ((MediaReply.Refused)await AskAsync(apart, new CloseLeg(one))).Code.ShouldBe(MediaCodes.LegUnknown);
        await caller.OpenAsync(apart);
        await caller.Heard.UntilSilenceAsync();
        apart.MalformedFrames.ShouldBe(0);
    }

    [Fact]
    public async Task Commands_without_a_reply_are_refused_and_leave_nothing()
    {
        await using var apart = new MediaEngineApart(Options, TimeProvider.System);
        await using var fake = await FakeAsync(apart);
        var path = Path.Combine(_folder, "b.wav");
        await File.WriteAllTextAsync(path, "a head without sound", TestContext.Current.CancellationToken);
        var open = apart.AskAsync(new OpenSipLeg(EngineFixture.NewLeg(), null), TestContext.Current.CancellationToken);
        var record = apart.AskAsync(new RecordLeg(EngineFixture.NewLeg(), new TapeId(Guid.CreateVersion7()), path), TestContext.Current.CancellationToken);

        fake.Line.Cut();
        await fake.Asking;

        ((MediaReply.Refused)await open).Code.ShouldBe(MediaCodes.EngineClosed);
        ((MediaReply.Refused)await record).Code.ShouldBe(MediaCodes.LegUnknown);
        await apart.DisposeAsync();
        apart.Events.TryRead(out _).ShouldBeFalse("nothing had begun");
        File.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public async Task A_process_that_says_nothing_for_ten_seconds_is_dead()
    {
        var clock = new FakeTimeProvider();
        await using var apart = new MediaEngineApart(Options, clock);
        await using var fake = await FakeAsync(apart);

        clock.Advance(MediaLink.MostSilence - TimeSpan.FromSeconds(1));
        fake.Line.TrySend(FrameKind.Figures, 0, new MediaMetrics { LegsActive = 7 }, MediaJson.Default.MediaMetrics);
        await UntilAsync(() => apart.Metrics.LegsActive == 7);
        clock.Advance(MediaLink.MostSilence - TimeSpan.FromSeconds(1));
        apart.IsReady.ShouldBeTrue();
        clock.Advance(TimeSpan.FromSeconds(1));

        await fake.Asking;
        apart.IsReady.ShouldBeFalse();
    }

    [Fact]
    public async Task What_cannot_be_read_is_counted_and_costs_nobody_his_call()
    {
        await using var apart = new MediaEngineApart(Options, TimeProvider.System);
        await using var fake = await FakeAsync(apart);
        var asked = apart.AskAsync(new StopPlay(EngineFixture.NewLeg()), TestContext.Current.CancellationToken);
        var command = (await fake.Line.ReadAsync(TestContext.Current.CancellationToken))!.Value;
        command.Kind.ShouldBe(FrameKind.Command);

        fake.Line.TrySend(FrameKind.Event, 0, new Hello(1, 2), MediaJson.Default.Hello);
        fake.Line.TrySend(FrameKind.Reply, 4711, new MediaReply.Done(), MediaJson.Default.MediaReply);
        fake.Line.TrySend((FrameKind)99, 0, new Hello(1, 2), MediaJson.Default.Hello);
        fake.Line.TrySend(FrameKind.Reply, command.Number, new Hello(1, 2), MediaJson.Default.Hello);

        ((MediaReply.Refused)await asked).Code.ShouldBe(MediaCodes.EngineFault);
        apart.MalformedFrames.ShouldBe(4);
        apart.IsReady.ShouldBeTrue();
    }

    [Fact]
    public async Task Another_process_and_another_contract_are_refused_with_a_sentence()
    {
        await using var apart = new MediaEngineApart(Options, TimeProvider.System);

        (await RefusedAsync(apart, new Hello(MediaJson.Contract, Environment.ProcessId + 1))).ShouldContain("came where process");
        (await RefusedAsync(apart, new Hello(MediaJson.Contract + 1, Environment.ProcessId))).ShouldContain("the program was replaced");
        apart.IsReady.ShouldBeFalse();
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_by_the_process()
    {
        using var taken = new UdpClient(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        var port = ((System.Net.IPEndPoint)taken.Client.LocalEndPoint!).Port;
        await using var apart = new MediaEngineApart(Options with { BrowserPort = port }, TimeProvider.System);

        (await Should.ThrowAsync<InvalidOperationException>(() => ProcessAsync(apart))).Message.ShouldContain($"UDP port {port}");
    }

    [Fact]
    public async Task Whatever_bytes_come_the_line_reads_frames_or_ends()
    {
        var chance = new Random(20261130);
        for (var i = 0; i < 300; i++)
        {
            var bytes = new byte[chance.Next(0, 64)];
            chance.NextBytes(bytes);
            if (chance.Next(3) > 0 && bytes.Length > 4)
            {
                (bytes[0], bytes[1], bytes[2]) = (0, 0, 0); // lengths that fit
            }

            await using var line = new FrameLine(new MemoryStream(bytes, writable: true));
            try
            {
                while (await line.ReadAsync(CancellationToken.None) is { } frame)
                {
                    frame.Body.Length.ShouldBeLessThanOrEqualTo(bytes.Length);
                }
            }
            catch (InvalidDataException)
            {
                // A length that no frame has.
            }
        }
    }

    private static async Task<MediaReply> AskAsync(MediaEngineApart engine, MediaCommand command) => await engine.AskAsync(command, TestContext.Current.CancellationToken);

    private static async Task DoneAsync(MediaEngineApart engine, MediaCommand command) => (await AskAsync(engine, command)).ShouldBeOfType<MediaReply.Done>();

    private static async Task UntilAsync(Func<bool> fits)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!fits())
        {
            await pace.WaitForNextTickAsync(patience.Token);
        }
    }

    private static async Task<string> RefusedAsync(MediaEngineApart apart, Hello hello)
    {
        var (near, far) = await EngineFixture.ConnectedAsync();
        await using var line = new FrameLine(far);
        line.TrySend(FrameKind.Hello, 0, hello, MediaJson.Default.Hello);
        var error = await Should.ThrowAsync<InvalidOperationException>(() => apart.ServeAsync(near, Environment.ProcessId, () => { }, () => Task.CompletedTask, CancellationToken.None));
        return error.Message;
    }

    /// <summary>A media process in this one: its death is the end of its line, without a word.</summary>
    private static async Task<Mortal> ProcessAsync(MediaEngineApart apart)
    {
        var (near, far) = await EngineFixture.ConnectedAsync();
        var serving = MediaServer.RunAsync(far, o => new MediaEngine(o, TimeProvider.System, SystemRandomBytes.Instance), TimeProvider.System, CancellationToken.None);
        return new Mortal(far, serving, await ServeAsync(apart, near, async () =>
        {
            far.Close();
            await serving;
        }));
    }

    /// <summary>A media process of which only the line is there.</summary>
    private static async Task<Fake> FakeAsync(MediaEngineApart apart)
    {
        var (near, far) = await EngineFixture.ConnectedAsync();
        var line = new FrameLine(far);
        line.TrySend(FrameKind.Hello, 0, new Hello(MediaJson.Contract, Environment.ProcessId), MediaJson.Default.Hello);
        line.TrySend(FrameKind.Begun, 0, new Begun(null), MediaJson.Default.Begun);
        var asking = await ServeAsync(apart, near, () => Task.CompletedTask);
        (await line.ReadAsync(TestContext.Current.CancellationToken))!.Value.Kind.ShouldBe(FrameKind.Begin);
        return new Fake(line, asking);
    }

    private static async Task<Task> ServeAsync(MediaEngineApart apart, NetworkStream near, Func<Task> end)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asking = apart.ServeAsync(near, Environment.ProcessId, ready.SetResult, end, CancellationToken.None);
        await await Task.WhenAny(ready.Task, asking);
        return asking;
    }

    private sealed class Mortal(NetworkStream far, Task serving, Task asking) : IAsyncDisposable
    {
        public async Task KillAsync()
        {
            far.Close();
            await Task.WhenAll(serving, asking);
        }

        public async ValueTask DisposeAsync() => await KillAsync();
    }

    private sealed record Fake(FrameLine Line, Task Asking) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            Line.Cut();
            await Asking;
        }
    }
}
