using Santral.Media.Tests.Engine;
using Santral.Testing;

namespace Santral.Media.Tests.Browser;

public abstract class BrowserLegTests(Place place) : EngineTests(place)
{
    public sealed class Inside() : BrowserLegTests(Place.Inside);

    public sealed class Across() : BrowserLegTests(Place.Across);

    private const string OtherFingerprint =
        "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_caller_and_a_browser_hear_each_other_with_either_cipher(bool gcm)
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller(600);
        await using var browser = new PlainBrowser(1000, gcm);
        var callerLeg = await caller.OpenAsync(fixture.Engine);
        var browserLeg = await OpenAsync(fixture, browser);
        await fixture.Events.NextAsync<LegConnected>(e => e.Leg == browserLeg);

        await fixture.AskAsync<MediaReply.Done>(new Bridge(browserLeg, callerLeg));

        await Task.WhenAll(caller.Heard.UntilToneAsync(1000, 0.95), browser.Heard.UntilToneAsync(600, 0.95));
        fixture.Metrics.SrtpRefused.ShouldBe(0);
        fixture.Metrics.Faults.ShouldBe(0, fixture.Metrics.LastFault);
    }

    [Fact]
    public async Task Two_browsers_share_the_port_and_hear_each_other()
    {
        await using var fixture = await OpenAsync();
        await using var a = new PlainBrowser(600);
        await using var b = new PlainBrowser(1000, gcm: true);
        var legA = await OpenAsync(fixture, a);
        var legB = await OpenAsync(fixture, b);
        await fixture.Events.NextAsync<LegConnected>();
        await fixture.Events.NextAsync<LegConnected>();

        await fixture.AskAsync<MediaReply.Done>(new Bridge(legA, legB));

        await Task.WhenAll(a.Heard.UntilToneAsync(1000, 0.95), b.Heard.UntilToneAsync(600, 0.95));
    }

    [Fact]
    public async Task A_certificate_other_than_the_announced_one_is_not_let_in()
    {
        await using var fixture = await OpenAsync();
        await using var browser = new PlainBrowser(1000, claimedFingerprint: OtherFingerprint);

        var leg = await OpenAsync(fixture, browser);

        (await fixture.Events.NextAsync<LegLost>(e => e.Leg == leg)).Reason.ShouldBe(LegLoss.DtlsFailed);
        fixture.Metrics.DtlsFailed.ShouldBe(1);
    }

    [Fact]
    public async Task A_check_with_a_wrong_password_is_refused()
    {
        await using var fixture = await OpenAsync(o => o with { IceTimeout = TimeSpan.FromMilliseconds(300) });
        await using var browser = new PlainBrowser(1000);
        var leg = EngineFixture.NewLeg();
        var answer = await fixture.AskAsync<MediaReply.Sdp>(new OpenBrowserLeg(leg, browser.Offer()));

        browser.Connect(answer.LocalSdp, wrongPassword: "not the password at all");

        (await browser.CheckAnswered.Task.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken)).ShouldBeFalse();
        (await fixture.Events.NextAsync<LegLost>()).Reason.ShouldBe(LegLoss.IceTimeout);
        fixture.Metrics.StunRefused.ShouldBe(1);
    }

    [Fact]
    public async Task A_browser_that_stops_checking_is_told_as_lost()
    {
        await using var fixture = await OpenAsync(o => o with { IceTimeout = TimeSpan.FromMilliseconds(400) });
        await using var browser = new PlainBrowser(1000);
        var leg = await OpenAsync(fixture, browser);
        await fixture.Events.NextAsync<LegConnected>();

        (await fixture.Events.NextAsync<LegLost>(e => e.Leg == leg)).Reason.ShouldBe(LegLoss.IceTimeout);
    }

    [Fact]
    public async Task A_handshake_that_never_ends_is_told()
    {
        await using var fixture = await OpenAsync(o => o with { DtlsTimeout = TimeSpan.FromMilliseconds(200) });
        await using var browser = new PlainBrowser(1000) { StaysSilent = true };

        var leg = await OpenAsync(fixture, browser);

        (await fixture.Events.NextAsync<LegLost>(e => e.Leg == leg)).Reason.ShouldBe(LegLoss.DtlsFailed);
    }

    [Fact]
    public async Task Junk_from_the_browsers_address_is_counted_and_harms_nothing()
    {
        await using var fixture = await OpenAsync();
        await using var browser = new PlainBrowser(1000);
        await using var caller = new ToneCaller(600);
        var leg = await OpenAsync(fixture, browser);
        await fixture.Events.NextAsync<LegConnected>();
        var callerLeg = await caller.OpenAsync(fixture.Engine);
        await fixture.AskAsync<MediaReply.Done>(new Bridge(leg, callerLeg));
        var chance = new Random(7);
        var junk = new byte[1500];
        for (var i = 0; i < 300; i++)
        {
            chance.NextBytes(junk);
            junk[0] = (byte)(i % 4 switch { 0 => 1, 1 => 22, 2 => 128, _ => 255 });
            browser.SendRaw(junk.AsSpan(0, chance.Next(1, 1500)));
        }

        await Task.WhenAll(caller.Heard.UntilToneAsync(1000, 0.95), browser.Heard.UntilToneAsync(600, 0.95));
        var metrics = fixture.Metrics;
        metrics.Faults.ShouldBe(0, metrics.LastFault);
        metrics.MalformedStun.ShouldBeGreaterThan(0);
        metrics.SrtpRefused.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_answer_takes_one_audio_line_and_refuses_the_rest()
    {
        await using var fixture = await OpenAsync();
        await using var browser = new PlainBrowser(1000);

        var answer = await fixture.AskAsync<MediaReply.Sdp>(new OpenBrowserLeg(
            EngineFixture.NewLeg(), browser.Offer("111 0 126", extra: "m=video 9 UDP/TLS/RTP/SAVPF 96\nc=IN IP4 0.0.0.0\na=mid:1\na=rtpmap:96 VP8/90000")));

        answer.LocalSdp.ShouldContain($"m=audio {fixture.BrowserPort} UDP/TLS/RTP/SAVPF 0 126\r\n");
        answer.LocalSdp.ShouldContain("a=group:BUNDLE 0\r\n");
        answer.LocalSdp.ShouldContain("m=video 0 UDP/TLS/RTP/SAVPF 96\r\n");
        answer.LocalSdp.ShouldContain("a=ice-lite\r\n");
        answer.LocalSdp.ShouldContain("typ host\r\n");
    }

    [Fact]
    public async Task Offers_that_cannot_work_are_refused_with_their_code()
    {
        await using var fixture = await OpenAsync();
        await using var browser = new PlainBrowser(1000);
        var leg = EngineFixture.NewLeg();

        await fixture.RefusedAsync(new OpenBrowserLeg(leg, "nonsense"), MediaCodes.SdpMalformed);
        await fixture.RefusedAsync(new OpenBrowserLeg(leg, null!), MediaCodes.SdpMalformed);
        await fixture.RefusedAsync(new OpenBrowserLeg(leg, browser.Offer("111 126")), MediaCodes.NoCommonCodec);
        await fixture.RefusedAsync(new OpenBrowserLeg(leg, browser.Offer(setup: "passive")), MediaCodes.OfferNotWebRtc);
        await fixture.RefusedAsync(new OpenBrowserLeg(leg, browser.Offer().Replace("sha-256", "sha-1", StringComparison.Ordinal)), MediaCodes.OfferNotWebRtc);
        await fixture.RefusedAsync(new OpenBrowserLeg(leg, browser.Offer().Replace("m=audio", "m=video", StringComparison.Ordinal)), MediaCodes.NoAudio);
        await fixture.RefusedAsync(
            new OpenBrowserLeg(leg, browser.Offer().Replace("UDP/TLS/RTP/SAVPF", "RTP/AVP", StringComparison.Ordinal)), MediaCodes.OfferNotWebRtc);
        await fixture.AskAsync<MediaReply.Sdp>(new OpenBrowserLeg(leg, browser.Offer()));
        await fixture.RefusedAsync(new OpenBrowserLeg(leg, browser.Offer()), MediaCodes.LegExists);
        await fixture.RefusedAsync(new RenewOffer(leg), MediaCodes.LegWrongKind);
    }

    private static async Task<LegId> OpenAsync(EngineFixture fixture, PlainBrowser browser)
    {
        var leg = EngineFixture.NewLeg();
        var answer = await fixture.AskAsync<MediaReply.Sdp>(new OpenBrowserLeg(leg, browser.Offer()));
        browser.Connect(answer.LocalSdp);
        return leg;
    }
}
