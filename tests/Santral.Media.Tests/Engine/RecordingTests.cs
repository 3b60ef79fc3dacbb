using System.Security.Cryptography;
using Santral.Media.Legs;
using Santral.Media.Recording;
using Santral.Testing;

namespace Santral.Media.Tests.Engine;

/// <summary>Recordings made of real RTP: who is on which side, what is not in them, and that they never cost a call.</summary>
public abstract class RecordingTests(Place place) : EngineTests(place), IDisposable
{
    public sealed class Inside() : RecordingTests(Place.Inside);

    public sealed class Across() : RecordingTests(Place.Across);

    private readonly string _folder = Directory.CreateTempSubdirectory("santral-recording-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_caller_is_left_and_the_agent_right_and_the_file_is_what_its_hash_says()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller(600);
        await using var agent = new ToneCaller(1000, aLaw: false);
        var (legC, legA) = await BridgedAsync(fixture, caller, agent);
        var (tape, path) = NewTape();

        await fixture.AskAsync<MediaReply.Done>(new RecordLeg(legC, tape, path));
        (await fixture.Events.NextAsync<RecordingStarted>()).Id.ShouldBe(tape);
        await HearAsync(caller, 1000, times: 8);
        await fixture.AskAsync<MediaReply.Done>(new StopRecording(legC));

        var ended = await fixture.Events.NextAsync<RecordingEnded>();
        (ended.Id, ended.Reason, ended.Leg).ShouldBe((tape, RecordingEnd.Stopped, legC));
        ended.Bytes.ShouldBe(new FileInfo(path).Length);
        ended.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken))));
        var wav = RecordedWav.Read(path);
        wav.Channels.ShouldBe(2);
        ended.LengthMs.ShouldBe((long)wav.Length.TotalMilliseconds);
        wav.Length.TotalSeconds.ShouldBeGreaterThan(1.2);
        var middle = (wav.Left.Length / 4)..(wav.Left.Length * 3 / 4);
        Goertzel.Share(wav.Left[middle], 600).ShouldBeGreaterThan(0.9);
        Goertzel.Share(wav.Right[middle], 1000).ShouldBeGreaterThan(0.9);
        Goertzel.Share(wav.Left[middle], 1000).ShouldBeLessThan(0.05);
        await fixture.AskAsync<MediaReply.Done>(new StopRecording(legC));
        fixture.Metrics.Faults.ShouldBe(0, fixture.Metrics.LastFault);
    }

    [Fact]
    public async Task Keys_entered_while_the_caller_is_alone_are_not_in_it_though_those_of_the_conversation_are()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller(0);
        await using var agent = new ToneCaller(1000);
        var (legC, legA) = await BridgedAsync(fixture, caller, agent);
        var (tape, path) = NewTape();
        await fixture.AskAsync<MediaReply.Done>(new RecordLeg(legC, tape, path));
        await caller.SoundAsync("159");

        await fixture.AskAsync<MediaReply.Done>(new Unbridge(legC));
        await caller.SoundAsync("2468");
        caller.Press("7395#");
        (await fixture.Events.DigitsAsync(legC, 5)).ShouldBe("7395#");
        await caller.SoundAsync("80");
        await fixture.AskAsync<MediaReply.Done>(new Bridge(legC, legA));
        await HearAsync(caller, 1000, times: 2);
        caller.Press("44");
        (await fixture.Events.DigitsAsync(legC, 2)).ShouldBe("44");
        await HearAsync(caller, 1000, times: 2);
        await fixture.AskAsync<MediaReply.Done>(new StopRecording(legC));
        await fixture.Events.NextAsync<RecordingEnded>();

        // The search finds keys where there are some, so finding none means something; telephone events are no sound at all.
        RecordedWav.Read(path).Keys.ShouldBe("159");
    }

    [Fact]
    public async Task A_pause_is_silence_of_the_same_length_on_both_sides()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller(600);
        await using var agent = new ToneCaller(1000);
        var (legC, _) = await BridgedAsync(fixture, caller, agent);
        var (tape, path) = NewTape();
        await fixture.AskAsync<MediaReply.Done>(new RecordLeg(legC, tape, path));
        await HearAsync(caller, 1000, times: 2);
        await fixture.AskAsync<MediaReply.Done>(new PauseRecording(legC, true));
        await HearAsync(caller, 1000, times: 4);
        await fixture.AskAsync<MediaReply.Done>(new PauseRecording(legC, false));
        await HearAsync(caller, 1000, times: 3);
        await fixture.AskAsync<MediaReply.Done>(new StopRecording(legC));
        await fixture.Events.NextAsync<RecordingEnded>();

        var wav = RecordedWav.Read(path);
        wav.LongestSilence.TotalSeconds.ShouldBeInRange(0.6, 5);
        Goertzel.Share(wav.Left.AsSpan(^2400..), 600).ShouldBeGreaterThan(0.9);
        Goertzel.Share(wav.Right.AsSpan(^2400..), 1000).ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public async Task The_file_is_whole_while_it_is_written_and_half_a_second_at_its_end_is_mended()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller(600);
        await using var agent = new ToneCaller(1000);
        var (legC, _) = await BridgedAsync(fixture, caller, agent);
        var (tape, path) = NewTape();
        await fixture.AskAsync<MediaReply.Done>(new RecordLeg(legC, tape, path));
        await HearAsync(caller, 1000, times: 14);

        // As a process would leave it that is killed now: the last second is not there, and a torn write may be.
        var left = Path.Combine(_folder, "left.wav");
        File.Copy(path, left);
        RecordedWav.Read(left).Length.TotalSeconds.ShouldBeGreaterThanOrEqualTo(1);
        await using (var torn = new FileStream(left, FileMode.Append))
        {
            await torn.WriteAsync(new byte[4001], TestContext.Current.CancellationToken);
        }

        var mended = RecordedFile.Mend(left)!;
        var wav = RecordedWav.Read(left);
        mended.Length.ShouldBe(wav.Length);
        mended.Bytes.ShouldBe(new FileInfo(left).Length);
        (mended.Bytes % 2).ShouldBe(0);
        Goertzel.Share(wav.Left.AsSpan(800, 4000), 600).ShouldBeGreaterThan(0.9);
        RecordedFile.Mend(Path.Combine(_folder, "none.wav")).ShouldBeNull();
        await File.WriteAllTextAsync(left, "no sound", TestContext.Current.CancellationToken);
        RecordedFile.Mend(left).ShouldBeNull();
    }

    [Fact]
    public async Task A_message_is_the_leg_alone_in_one_channel_and_ends_at_its_limit()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller(600);
        var leg = await caller.OpenAsync(fixture.Engine);
        await fixture.Events.NextAsync<LegConnected>();
        var (tape, path) = NewTape();

        await fixture.AskAsync<MediaReply.Done>(new RecordLeg(leg, tape, path, RecordingSides.Own, LimitMs: 1000));

        var ended = await fixture.Events.NextAsync<RecordingEnded>();
        (ended.Reason, ended.LengthMs, ended.Bytes).ShouldBe((RecordingEnd.Limit, 1000L, 8058L));
        var wav = RecordedWav.Read(path);
        wav.Channels.ShouldBe(1);
        Goertzel.Share(wav.Left.AsSpan(2000, 4000), 600).ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public async Task A_leg_that_is_closed_ends_its_recording_and_stopping_the_engine_closes_the_file()
    {
        var (tape, path) = NewTape();
        await using (var fixture = await OpenAsync())
        {
            await using var caller = new ToneCaller(600);
            await using var agent = new ToneCaller(1000);
            var (legC, legA) = await BridgedAsync(fixture, caller, agent);
            await fixture.AskAsync<MediaReply.Done>(new RecordLeg(legC, tape, path));
            await fixture.AskAsync<MediaReply.Done>(new CloseLeg(legC));
            (await fixture.Events.NextAsync<RecordingEnded>()).Reason.ShouldBe(RecordingEnd.LegClosed);
            (tape, path) = NewTape();
            await fixture.AskAsync<MediaReply.Done>(new RecordLeg(legA, tape, path, RecordingSides.Own));
            await HearNothingAsync(agent);
        }

        RecordedWav.Read(path).Length.TotalMilliseconds.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_refused_and_leaves_no_file()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller(600);
        var leg = await caller.OpenAsync(fixture.Engine);
        var (tape, path) = NewTape();
        await fixture.RefusedAsync(new RecordLeg(leg, tape, ""), MediaCodes.RecordingInvalid);
        await fixture.RefusedAsync(new RecordLeg(new LegId(Guid.NewGuid()), tape, path), MediaCodes.LegUnknown);
        File.Exists(path).ShouldBeFalse();
        await fixture.RefusedAsync(new PauseRecording(leg, true), MediaCodes.RecordingNone);
        await fixture.AskAsync<MediaReply.Done>(new RecordLeg(leg, tape, path));
        await fixture.RefusedAsync(new RecordLeg(leg, tape, path), MediaCodes.RecordingUnwritable);
        var (second, elsewhere) = NewTape();
        await fixture.RefusedAsync(new RecordLeg(leg, second, elsewhere), MediaCodes.RecordingRuns);
        File.Exists(elsewhere).ShouldBeFalse();
        await File.WriteAllTextAsync(Path.Combine(_folder, "file"), "", TestContext.Current.CancellationToken);
        await fixture.RefusedAsync(new RecordLeg(leg, second, Path.Combine(_folder, "file", "below.wav")), MediaCodes.RecordingUnwritable);
    }

    [Fact]
    public async Task A_disk_without_room_refuses_and_the_call_goes_on()
    {
        await using var fixture = await OpenAsync(o => o with { RecordingReserveBytes = long.MaxValue });
        await using var caller = new ToneCaller(600);
        await using var agent = new ToneCaller(1000);
        var (legC, _) = await BridgedAsync(fixture, caller, agent);
        var (tape, path) = NewTape();

        await fixture.RefusedAsync(new RecordLeg(legC, tape, path), MediaCodes.DiskFull);

        File.Exists(path).ShouldBeFalse();
        await Task.WhenAll(caller.Heard.UntilToneAsync(1000, 0.9), agent.Heard.UntilToneAsync(600, 0.9));
    }

    [Fact]
    public async Task A_disk_that_fills_up_in_the_middle_ends_the_recording_and_says_so()
    {
        var events = System.Threading.Channels.Channel.CreateUnbounded<MediaEvent>();
        var host = new LegHost(new MediaOptions { RecordingReserveBytes = 0 }, TimeProvider.System, SystemRandomBytes.Instance, events.Writer);
        var writer = new TapeWriter(host);

        // The device that answers every write with "no space left".
        var tape = new Tape(new TapeId(Guid.NewGuid()), new LegId(Guid.NewGuid()), "/dev/full", 2, File.OpenHandle("/dev/full", FileMode.Open, FileAccess.Write));
        writer.Write(tape, System.Buffers.ArrayPool<byte>.Shared.Rent(16_000), 16_000);
        writer.Finish(tape, RecordingEnd.Stopped);
        await writer.StopAsync();

        tape.IsOver.ShouldBeTrue();
        var ended = (await events.Reader.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeOfType<RecordingEnded>();
        (ended.Id, ended.Reason, ended.Sha256).ShouldBe((tape.Id, RecordingEnd.DiskFull, null));
        events.Reader.TryRead(out _).ShouldBeFalse("once");
    }

    private (TapeId Tape, string Path) NewTape()
    {
        var tape = new TapeId(Guid.CreateVersion7());
        return (tape, Path.Combine(_folder, "deep", "below", $"{tape.Value:N}.wav"));
    }

    private static async Task<(LegId Caller, LegId Agent)> BridgedAsync(EngineFixture fixture, ToneCaller caller, ToneCaller agent)
    {
        var (legC, legA) = (await caller.OpenAsync(fixture.Engine), await agent.OpenAsync(fixture.Engine));
        await fixture.AskAsync<MediaReply.Done>(new Bridge(legC, legA));
        await caller.Heard.UntilToneAsync(agent.Hz, 0.9);
        return (legC, legA);
    }

    /// <summary>Each time 200 ms of the tone, all of it new.</summary>
    private static async Task HearAsync(ToneCaller who, int hz, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await who.Heard.UntilToneAsync(hz, 0.9);
        }
    }

    private static async Task HearNothingAsync(ToneCaller who)
    {
        await who.Heard.UntilSilenceAsync();
        await who.Heard.UntilSilenceAsync();
    }
}
