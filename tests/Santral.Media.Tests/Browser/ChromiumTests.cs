using System.Net;
using Santral.Media.Tests.Engine;
using Santral.Testing;

namespace Santral.Media.Tests.Browser;

/// <summary>The browser leg against the real browser.</summary>
public sealed class ChromiumTests
{
    [Fact]
    public async Task A_caller_and_a_real_browser_hear_each_other_and_keys_pass()
    {
        // Bound to every address, as the product is: the browser chooses among several candidates.
        await using var fixture = await EngineFixture.OpenAsync(Place.Inside, o => o with
        {
            RtcpInterval = TimeSpan.FromMilliseconds(200),
            BindV4 = IPAddress.Any,
            BindV6 = IPAddress.IPv6Any,
        });
        await using var caller = new ToneCaller(600);
        var callerLeg = await caller.OpenAsync(fixture.Engine);
        await using var phone = await ChromiumPhone.StartAsync(microphoneHz: 1000);
        var browserLeg = EngineFixture.NewLeg();

        var answer = await fixture.AskAsync<MediaReply.Sdp>(new OpenBrowserLeg(browserLeg, await phone.OfferAsync()));
        var connectedIn = await phone.AnswerAsync(answer.LocalSdp);
        await fixture.Events.NextAsync<LegConnected>(e => e.Leg == browserLeg);
        await fixture.AskAsync<MediaReply.Done>(new Bridge(callerLeg, browserLeg));

        await Task.WhenAll(phone.HearsAsync(600), caller.Heard.UntilToneAsync(1000, 0.95, TimeSpan.FromSeconds(15)));
        await phone.PressAsync("159#");
        (await fixture.Events.DigitsAsync(browserLeg, 4)).ShouldBe("159#");
        (await caller.HearDigitsAsync(4)).ShouldBe("159#");
        var stats = await phone.StatsAsync();
        stats.Lost.ShouldBe(0);
        (await phone.HeardReportsAsync()).ShouldBeGreaterThan(0, "our SRTCP sender reports");

        await phone.HangUpAsync();
        (await fixture.Events.NextAsync<LegLost>(e => e.Leg == browserLeg)).Reason.ShouldBe(LegLoss.PeerClosed);
        await caller.Heard.UntilSilenceAsync();
        await fixture.AskAsync<MediaReply.Done>(new CloseLeg(browserLeg));
        var report = (await fixture.Events.NextAsync<LegClosed>()).Report;
        report.PacketsIn.ShouldBeGreaterThan(50);
        fixture.Metrics.SrtpRefused.ShouldBe(0);
        fixture.Metrics.MalformedRtcp.ShouldBe(0);
        fixture.Metrics.Faults.ShouldBe(0, fixture.Metrics.LastFault);
        TestContext.Current.SendDiagnosticMessage("answer to connected: {0} ms", connectedIn);
    }
}
