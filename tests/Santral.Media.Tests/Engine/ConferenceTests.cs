using Santral.Testing;

namespace Santral.Media.Tests.Engine;

/// <summary>Three hear one another, nobody himself.</summary>
public abstract class ConferenceTests(Place place) : EngineTests(place)
{
    public sealed class Inside() : ConferenceTests(Place.Inside);

    public sealed class Across() : ConferenceTests(Place.Across);

    [Fact]
    public async Task Each_hears_both_others_and_not_himself_and_who_leaves_leaves_the_others_talking()
    {
        await using var fixture = await OpenAsync();
        await using var a = new ToneCaller(600);
        await using var b = new ToneCaller(1000, aLaw: false);
        await using var c = new ToneCaller(1400);
        var (legA, legB, legC) = (await a.OpenAsync(fixture.Engine), await b.OpenAsync(fixture.Engine), await c.OpenAsync(fixture.Engine));

        await fixture.AskAsync<MediaReply.Done>(new Confer(legA, [legB, legC]));

        await Task.WhenAll(HearsAsync(a, 1000, 1400, not: 600), HearsAsync(b, 600, 1400, not: 1000), HearsAsync(c, 600, 1000, not: 1400));
        await fixture.AskAsync<MediaReply.Done>(new Mute(legA, true));
        await b.Heard.UntilToneAsync(1400, 0.9);
        await fixture.AskAsync<MediaReply.Done>(new Mute(legA, false));
        await fixture.AskAsync<MediaReply.Done>(new Unbridge(legB));
        await Task.WhenAll(a.Heard.UntilToneAsync(1400, 0.9), c.Heard.UntilToneAsync(600, 0.9), b.Heard.UntilSilenceAsync());
        await fixture.AskAsync<MediaReply.Done>(new Bridge(legA, legB));
        await Task.WhenAll(a.Heard.UntilToneAsync(1000, 0.9), b.Heard.UntilToneAsync(600, 0.9), c.Heard.UntilSilenceAsync());
        fixture.Metrics.Faults.ShouldBe(0, fixture.Metrics.LastFault);
    }

    [Fact]
    public async Task Fewer_than_three_the_same_twice_and_a_stranger_are_refused()
    {
        await using var fixture = await OpenAsync();
        await using var a = new ToneCaller(600);
        await using var b = new ToneCaller(1000);
        var (legA, legB) = (await a.OpenAsync(fixture.Engine), await b.OpenAsync(fixture.Engine));

        (await fixture.AskAsync<MediaReply.Refused>(new Confer(legA, [legB]))).Code.ShouldBe(MediaCodes.BridgeWithItself);
        (await fixture.AskAsync<MediaReply.Refused>(new Confer(legA, [legB, legA]))).Code.ShouldBe(MediaCodes.BridgeWithItself);
        (await fixture.AskAsync<MediaReply.Refused>(new Confer(legA, [legB, new LegId(Guid.NewGuid())]))).Code.ShouldBe(MediaCodes.LegUnknown);
    }

    private static Task HearsAsync(ToneCaller who, int one, int other, int not)
        => who.Heard.UntilAsync(
            window => Goertzel.Share(window, one) > 0.25 && Goertzel.Share(window, other) > 0.25 && Goertzel.Share(window, not) < 0.1, $"{one} and {other} without {not}");
}
