using System.Net;
using Santral.Testing;

namespace Santral.Media.Tests.Engine;

public abstract class SipLegTests(Place place) : EngineTests(place)
{
    public sealed class Inside() : SipLegTests(Place.Inside);

    public sealed class Across() : SipLegTests(Place.Across);

    [Fact]
    public async Task Two_callers_of_different_laws_hear_each_other()
    {
        await using var fixture = await OpenAsync();
        await using var a = new ToneCaller(600, aLaw: true);
        await using var b = new ToneCaller(1000, aLaw: false);
        var legA = await a.OpenAsync(fixture.Engine);
        var legB = await b.OpenAsync(fixture.Engine);

        await fixture.AskAsync<MediaReply.Done>(new Bridge(legA, legB));

        await Task.WhenAll(a.Heard.UntilToneAsync(1000, 0.95), b.Heard.UntilToneAsync(600, 0.95));
        a.LastPayloadType.ShouldBe(8);
        b.LastPayloadType.ShouldBe(0);
        fixture.Metrics.Faults.ShouldBe(0, fixture.Metrics.LastFault);
    }

    [Fact]
    public async Task A_leg_that_nobody_talks_to_gets_silence_without_gaps()
    {
        await using var fixture = await OpenAsync();
        await using var a = new ToneCaller(600);
        await using var b = new ToneCaller(1000);
        var legA = await a.OpenAsync(fixture.Engine);
        var legB = await b.OpenAsync(fixture.Engine);
        await a.Heard.UntilSilenceAsync();

        await fixture.AskAsync<MediaReply.Done>(new Bridge(legA, legB));
        await a.Heard.UntilToneAsync(1000);
        await fixture.AskAsync<MediaReply.Done>(new Unbridge(legB));
        await a.Heard.UntilSilenceAsync();

        // Only a machine that held the media thread up for 200 ms may make it jump, by what was given up.
        a.LargestTimestampStep.ShouldBeLessThanOrEqualTo(160u * (1 + (uint)fixture.Metrics.SlotsSkipped));
    }

    [Fact]
    public async Task A_muted_leg_is_not_heard_and_hears()
    {
        await using var fixture = await OpenAsync();
        await using var a = new ToneCaller(600);
        await using var b = new ToneCaller(1000);
        var legA = await a.OpenAsync(fixture.Engine);
        var legB = await b.OpenAsync(fixture.Engine);
        await fixture.AskAsync<MediaReply.Done>(new Bridge(legA, legB));
        await b.Heard.UntilToneAsync(600);

        await fixture.AskAsync<MediaReply.Done>(new Mute(legA, true));

        await Task.WhenAll(b.Heard.UntilSilenceAsync(), a.Heard.UntilToneAsync(1000));
        await fixture.AskAsync<MediaReply.Done>(new Mute(legA, false));
        await b.Heard.UntilToneAsync(600);
    }

    [Fact]
    public async Task Keys_are_told_once_each_and_in_order()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller();
        var leg = await caller.OpenAsync(fixture.Engine);
        await fixture.Events.NextAsync<LegConnected>();

        caller.Press("1590*#A", eachMs: 60);

        (await fixture.Events.DigitsAsync(leg, 7)).ShouldBe("1590*#A");
        (await fixture.AskAsync<MediaReply.Done>(new CloseLeg(leg))).ShouldNotBeNull();
        (await fixture.Events.NextAsync<LegClosed>()).Report.LostIn.ShouldBe(0);
    }

    [Fact]
    public async Task Keys_sent_to_a_caller_arrive_in_order()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller();
        var leg = await caller.OpenAsync(fixture.Engine);

        await fixture.AskAsync<MediaReply.Done>(new SendDigits(leg, "42#D", 60));

        (await caller.HearDigitsAsync(4)).ShouldBe("42#D");
    }

    [Fact]
    public async Task An_offer_of_ours_is_answered_and_audio_flows_both_ways()
    {
        await using var fixture = await OpenAsync();
        await using var a = new ToneCaller(600);
        await using var b = new ToneCaller(1000, aLaw: false);
        var legA = await a.OpenAsync(fixture.Engine);
        var legB = EngineFixture.NewLeg();
        var offer = await fixture.AskAsync<MediaReply.Sdp>(new OpenSipLeg(legB, null));
        await fixture.AskAsync<MediaReply.Done>(new Bridge(legA, legB));

        b.Connect(offer.LocalSdp);
        (await fixture.AskAsync<MediaReply.Done>(new ApplyRemoteSdp(legB, b.Offer()))).PeerHolds.ShouldBeFalse();

        await Task.WhenAll(a.Heard.UntilToneAsync(1000), b.Heard.UntilToneAsync(600));
    }

    [Fact]
    public async Task A_peer_that_holds_gets_nothing_until_it_takes_the_call_back()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller();
        var leg = await caller.OpenAsync(fixture.Engine);
        await caller.Heard.UntilSilenceAsync();

        var held = await fixture.AskAsync<MediaReply.Sdp>(new ApplyRemoteSdp(leg, caller.Offer("sendonly")));
        held.PeerHolds.ShouldBeTrue();
        held.LocalSdp.ShouldContain("a=recvonly");
        var old = await fixture.AskAsync<MediaReply.Sdp>(new ApplyRemoteSdp(leg, caller.Offer("sendrecv", address: "0.0.0.0")));
        old.PeerHolds.ShouldBeTrue();

        var back = await fixture.AskAsync<MediaReply.Sdp>(new ApplyRemoteSdp(leg, caller.Offer()));
        back.PeerHolds.ShouldBeFalse();
        back.LocalSdp.ShouldContain("a=sendrecv");
        await caller.Heard.UntilSilenceAsync();
    }

    [Fact]
    public async Task A_hold_of_ours_is_offered_as_sendonly_and_a_refused_offer_is_forgotten()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller();
        var leg = await caller.OpenAsync(fixture.Engine);

        (await fixture.AskAsync<MediaReply.Sdp>(new RenewOffer(leg, Hold: true))).LocalSdp.ShouldContain("a=sendonly");
        await fixture.RefusedAsync(new RenewOffer(leg), MediaCodes.OfferOpen);
        await fixture.AskAsync<MediaReply.Done>(new WithdrawOffer(leg));
        await fixture.RefusedAsync(new WithdrawOffer(leg), MediaCodes.NoOfferOpen);
        (await fixture.AskAsync<MediaReply.Sdp>(new RenewOffer(leg))).LocalSdp.ShouldContain("a=sendrecv");
        await fixture.AskAsync<MediaReply.Done>(new ApplyRemoteSdp(leg, caller.Offer()));
    }

    [Fact]
    public async Task Audio_goes_back_to_where_it_comes_from_even_if_the_description_says_otherwise()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller();
        var leg = EngineFixture.NewLeg();
        var reply = await fixture.AskAsync<MediaReply.Sdp>(new OpenSipLeg(leg, caller.Offer(address: "192.0.2.1", port: 4000), Signalling: "127.0.0.1"));

        caller.Connect(reply.LocalSdp);

        await fixture.Events.NextAsync<LegConnected>();
        await caller.Heard.UntilSilenceAsync();
    }

    [Fact]
    public async Task A_stranger_cannot_take_a_leg_over_while_the_caller_speaks()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller(600);
        await using var partner = new ToneCaller(0);
        await using var stranger = new ToneCaller(1500);
        var leg = EngineFixture.NewLeg();
        var reply = await fixture.AskAsync<MediaReply.Sdp>(new OpenSipLeg(leg, caller.Offer()));
        caller.Connect(reply.LocalSdp);
        var other = await partner.OpenAsync(fixture.Engine);
        await fixture.AskAsync<MediaReply.Done>(new Bridge(leg, other));
        await partner.Heard.UntilToneAsync(600);

        stranger.Connect(reply.LocalSdp);
        await partner.Heard.UntilToneAsync(600, 0.95);

        stranger.PacketsReceived.ShouldBe(0);
    }

    [Fact]
    public async Task Packets_of_60_ms_become_a_steady_stream()
    {
        await using var fixture = await OpenAsync();
        await using var a = new ToneCaller(600, slotsPerPacket: 3);
        await using var b = new ToneCaller(0);
        var legA = await a.OpenAsync(fixture.Engine);
        var legB = await b.OpenAsync(fixture.Engine);

        await fixture.AskAsync<MediaReply.Done>(new Bridge(legA, legB));

        await b.Heard.UntilToneAsync(600, 0.95);
        b.LargestTimestampStep.ShouldBeLessThanOrEqualTo(160u * (1 + (uint)fixture.Metrics.SlotsSkipped));
    }

    [Fact]
    public async Task A_caller_that_falls_silent_is_told_as_lost()
    {
        await using var fixture = await OpenAsync(o => o with { MediaTimeout = TimeSpan.FromMilliseconds(300) });
        await using var caller = new ToneCaller();
        var leg = await caller.OpenAsync(fixture.Engine);
        await fixture.Events.NextAsync<LegConnected>();

        caller.HangUp();

        (await fixture.Events.NextAsync<LegLost>()).ShouldBe(new LegLost(leg, LegLoss.NoMedia, default), new SameButTime());
    }

    [Fact]
    public async Task A_leg_over_IPv6_works_the_same()
    {
        await using var fixture = await OpenAsync(o => o with { BindV6 = IPAddress.IPv6Loopback });
        await using var a = new ToneCaller(600, bind: IPAddress.IPv6Loopback);
        await using var b = new ToneCaller(1000);
        var legA = await a.OpenAsync(fixture.Engine);
        var legB = await b.OpenAsync(fixture.Engine);

        await fixture.AskAsync<MediaReply.Done>(new Bridge(legA, legB));

        await Task.WhenAll(a.Heard.UntilToneAsync(1000), b.Heard.UntilToneAsync(600));
    }

    [Fact]
    public async Task Reports_come_and_go_by_RTCP()
    {
        await using var fixture = await OpenAsync(o => o with { RtcpInterval = TimeSpan.FromMilliseconds(100) });
        var legA = EngineFixture.NewLeg();
        var legB = EngineFixture.NewLeg();
        var offer = await fixture.AskAsync<MediaReply.Sdp>(new OpenSipLeg(legA, null));
        var answer = await fixture.AskAsync<MediaReply.Sdp>(new OpenSipLeg(legB, offer.LocalSdp));
        await fixture.AskAsync<MediaReply.Done>(new ApplyRemoteSdp(legA, answer.LocalSdp));
        await fixture.AskAsync<MediaReply.Done>(new Play(legA, EngineFixture.NewPlay(), [new PlaySilence(800)]));
        await fixture.Events.NextAsync<PlayEnded>();

        await fixture.AskAsync<MediaReply.Done>(new CloseLeg(legA));

        var report = (await fixture.Events.NextAsync<LegClosed>()).Report;
        report.RemoteLost.ShouldBe(0);
        report.RoundTripMs.ShouldNotBeNull().ShouldBeLessThan(500);
        report.PacketsOut.ShouldBeGreaterThan(35);
    }
}

/// <summary>Compares events without their time.</summary>
internal sealed class SameButTime : IEqualityComparer<LegLost>
{
    public bool Equals(LegLost? x, LegLost? y) => (x! with { At = default }) == (y! with { At = default });

    public int GetHashCode(LegLost obj) => obj.Leg.GetHashCode();
}
