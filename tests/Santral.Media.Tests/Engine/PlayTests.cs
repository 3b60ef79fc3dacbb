using Santral.Testing;

namespace Santral.Media.Tests.Engine;

public abstract class PlayTests(Place place) : EngineTests(place), IDisposable
{
    public sealed class Inside() : PlayTests(Place.Inside);

    public sealed class Across() : PlayTests(Place.Across);

    private readonly string _folder = Directory.CreateTempSubdirectory("santral-media-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(8000)]
    [InlineData(22050)]
    [InlineData(48000)]
    public async Task A_prompt_is_heard_and_its_end_is_told(int rate)
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller();
        var leg = await caller.OpenAsync(fixture.Engine);
        var play = EngineFixture.NewPlay();

        await fixture.AskAsync<MediaReply.Done>(new Play(leg, play, [new PlayFile(Prompt(440, 500, rate)), new PlaySilence(40), new PlayTone(800, 400)]));

        await caller.Heard.UntilToneAsync(440, 0.95);
        await caller.Heard.UntilToneAsync(800, 0.95);
        var ended = await fixture.Events.NextAsync<PlayEnded>();
        (ended.Id, ended.Reason).ShouldBe((play, PlayEnd.Finished));
        await caller.Heard.UntilSilenceAsync();
    }

    [Fact]
    public async Task A_loop_plays_until_it_is_stopped_and_a_new_play_replaces_it()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller();
        var leg = await caller.OpenAsync(fixture.Engine);
        var (first, second) = (EngineFixture.NewPlay(), EngineFixture.NewPlay());
        await fixture.AskAsync<MediaReply.Done>(new Play(leg, first, [new PlayFile(Prompt(440, 100))], Loop: true));
        await caller.Heard.UntilToneAsync(440, 0.9);

        await fixture.AskAsync<MediaReply.Done>(new Play(leg, second, [new PlayTone(800, 100)], Loop: true));
        var replaced = await fixture.Events.NextAsync<PlayEnded>();
        await caller.Heard.UntilToneAsync(800, 0.8);
        await fixture.AskAsync<MediaReply.Done>(new StopPlay(leg));
        var stopped = await fixture.Events.NextAsync<PlayEnded>();

        (replaced.Id, replaced.Reason).ShouldBe((first, PlayEnd.Stopped));
        (stopped.Id, stopped.Reason).ShouldBe((second, PlayEnd.Stopped));
        await fixture.AskAsync<MediaReply.Done>(new StopPlay(leg));
    }

    [Fact]
    public async Task A_key_stops_a_prompt_that_may_be_interrupted()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller();
        var leg = await caller.OpenAsync(fixture.Engine);
        await fixture.Events.NextAsync<LegConnected>();
        await fixture.AskAsync<MediaReply.Done>(new Play(leg, EngineFixture.NewPlay(), [new PlayTone(440, 30_000)], StopOnDigit: true));

        caller.Press("7");

        (await fixture.Events.NextAsync<PlayEnded>()).Reason.ShouldBe(PlayEnd.Digit);
        (await fixture.Events.DigitsAsync(leg, 1)).ShouldBe("7");
    }

    [Fact]
    public async Task A_prompt_changed_on_disk_is_read_anew()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller();
        var leg = await caller.OpenAsync(fixture.Engine);
        var path = Prompt(440, 400);
        await fixture.AskAsync<MediaReply.Done>(new Play(leg, EngineFixture.NewPlay(), [new PlayFile(path)]));
        await caller.Heard.UntilToneAsync(440, 0.9);

        await File.WriteAllBytesAsync(path, TestTone.Wav(900, 500), TestContext.Current.CancellationToken);
        await fixture.AskAsync<MediaReply.Done>(new Play(leg, EngineFixture.NewPlay(), [new PlayFile(path)]));

        await caller.Heard.UntilToneAsync(900, 0.9);
    }

    [Fact]
    public async Task A_prompt_over_a_bridge_is_heard_by_one_side_and_the_bridge_comes_back()
    {
        await using var fixture = await OpenAsync();
        await using var a = new ToneCaller(600);
        await using var b = new ToneCaller(1000);
        var legA = await a.OpenAsync(fixture.Engine);
        var legB = await b.OpenAsync(fixture.Engine);
        await fixture.AskAsync<MediaReply.Done>(new Bridge(legA, legB));
        await a.Heard.UntilToneAsync(1000);

        await fixture.AskAsync<MediaReply.Done>(new Play(legA, EngineFixture.NewPlay(), [new PlayTone(440, 500)]));
        await Task.WhenAll(a.Heard.UntilToneAsync(440, 0.9), b.Heard.UntilToneAsync(600, 0.9));

        await a.Heard.UntilToneAsync(1000, 0.9);
    }

    [Fact]
    public async Task Closing_a_leg_ends_its_play_and_is_its_last_event()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller();
        var leg = await caller.OpenAsync(fixture.Engine);
        await fixture.AskAsync<MediaReply.Done>(new Play(leg, EngineFixture.NewPlay(), [new PlaySilence(60_000)]));
        await caller.Heard.UntilSilenceAsync();

        await fixture.AskAsync<MediaReply.Done>(new CloseLeg(leg));

        (await fixture.Events.NextAsync<PlayEnded>()).Reason.ShouldBe(PlayEnd.Stopped);
        var report = (await fixture.Events.NextAsync<LegClosed>()).Report;
        report.PacketsOut.ShouldBeGreaterThan(5);
        report.PacketsIn.ShouldBeGreaterThan(5);
        await fixture.RefusedAsync(new CloseLeg(leg), MediaCodes.LegUnknown);
    }

    private string Prompt(int hz, int ms, int rate = 8000)
    {
        var path = Path.Combine(_folder, $"{hz}-{ms}-{rate}.wav");
        File.WriteAllBytes(path, TestTone.Wav(hz, ms, rate));
        return path;
    }
}
