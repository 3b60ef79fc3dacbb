using Santral.Testing;

namespace Santral.Media.Tests.Engine;

/// <summary>A third one in a conversation: he listens, whispers to one side, or speaks with both.</summary>
public abstract class UnheardTests(Place place) : EngineTests(place)
{
    public sealed class Inside() : UnheardTests(Place.Inside);

    public sealed class Across() : UnheardTests(Place.Across);

    [Fact]
    public async Task Who_listens_hears_both_and_is_heard_by_whom_he_wants()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller(600);
        await using var agent = new ToneCaller(1000);
        await using var boss = new ToneCaller(1400);
        var (c, a, b) = (await caller.OpenAsync(fixture.Engine), await agent.OpenAsync(fixture.Engine), await boss.OpenAsync(fixture.Engine));
        await fixture.AskAsync<MediaReply.Done>(new Bridge(c, a));
        await Task.WhenAll(caller.Heard.UntilToneAsync(1000, 0.9), agent.Heard.UntilToneAsync(600, 0.9));

        await fixture.AskAsync<MediaReply.Done>(new Confer(c, [a, b], [new Unheard(b, c), new Unheard(b, a)]));
        await Task.WhenAll(
            HearsAsync(boss, 600, 1000, not: 1400), caller.Heard.UntilToneAsync(1000, 0.9), agent.Heard.UntilToneAsync(600, 0.9));

        await fixture.AskAsync<MediaReply.Done>(new Confer(c, [a, b], [new Unheard(b, c)]));
        await Task.WhenAll(HearsAsync(agent, 600, 1400, not: 1000), caller.Heard.UntilToneAsync(1000, 0.9), HearsAsync(boss, 600, 1000, not: 1400));

        await fixture.AskAsync<MediaReply.Done>(new Confer(c, [a, b]));
        await Task.WhenAll(HearsAsync(agent, 600, 1400, not: 1000), HearsAsync(caller, 1000, 1400, not: 600));

        await fixture.AskAsync<MediaReply.Refused>(new Confer(c, [a, b], [new Unheard(b, new LegId(Guid.NewGuid()))]));
        await fixture.AskAsync<MediaReply.Done>(new Unbridge(b));
        await Task.WhenAll(boss.Heard.UntilSilenceAsync(), caller.Heard.UntilToneAsync(1000, 0.9), agent.Heard.UntilToneAsync(600, 0.9));
        fixture.Metrics.Faults.ShouldBe(0, fixture.Metrics.LastFault);
    }

    private static Task HearsAsync(ToneCaller who, int one, int other, int not)
        => who.Heard.UntilAsync(
            window => Goertzel.Share(window, one) > 0.25 && Goertzel.Share(window, other) > 0.25 && Goertzel.Share(window, not) < 0.1, $"{one} and {other} without {not}");
}
