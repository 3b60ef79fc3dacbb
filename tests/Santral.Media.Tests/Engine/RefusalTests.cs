using System.Net;
using System.Net.Sockets;
using Santral.Testing;

namespace Santral.Media.Tests.Engine;

/// <summary>What cannot be done is refused by a code, and nothing is left behind.</summary>
public abstract class RefusalTests(Place place) : EngineTests(place)
{
    public sealed class Inside() : RefusalTests(Place.Inside);

    public sealed class Across() : RefusalTests(Place.Across);

    [Fact]
    public async Task When_no_port_is_free_a_leg_is_refused_until_one_closes()
    {
        await using var fixture = await OpenAsync(o => o with { RtpPortFirst = 25996, RtpPortLast = 25999 });
        var first = EngineFixture.NewLeg();
        await fixture.AskAsync<MediaReply.Sdp>(new OpenSipLeg(first, null));
        await fixture.AskAsync<MediaReply.Sdp>(new OpenSipLeg(EngineFixture.NewLeg(), null));
        fixture.Metrics.PortsFree.ShouldBe(0);

        await fixture.RefusedAsync(new OpenSipLeg(EngineFixture.NewLeg(), null), MediaCodes.NoPortFree);
        await fixture.AskAsync<MediaReply.Done>(new CloseLeg(first));

        await fixture.AskAsync<MediaReply.Sdp>(new OpenSipLeg(EngineFixture.NewLeg(), null));
    }

    [Fact]
    public async Task A_refused_offer_gives_its_port_back()
    {
        await using var fixture = await OpenAsync();
        var free = fixture.Metrics.PortsFree;
        var leg = EngineFixture.NewLeg();

        await fixture.RefusedAsync(new OpenSipLeg(leg, "v=0\nc=IN IP4 127.0.0.1\nm=audio 4000 RTP/AVP 18"), MediaCodes.NoCommonCodec);
        await fixture.RefusedAsync(new OpenSipLeg(leg, "v=0\nc=IN IP4 127.0.0.1\nm=video 4000 RTP/AVP 31"), MediaCodes.NoAudio);
        await fixture.RefusedAsync(new OpenSipLeg(leg, "v=0\nc=IN IP6 ::1\nm=audio 4000 RTP/AVP 8"), MediaCodes.AddressFamilyUnavailable);
        await fixture.RefusedAsync(new OpenSipLeg(leg, "rubbish"), MediaCodes.SdpMalformed);

        fixture.Metrics.PortsFree.ShouldBe(free);
        fixture.Metrics.LegsActive.ShouldBe(0);
    }

    [Fact]
    public async Task A_refused_description_leaves_the_call_as_it_was()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller();
        var leg = await caller.OpenAsync(fixture.Engine);

        await fixture.RefusedAsync(new ApplyRemoteSdp(leg, "v=0\nc=IN IP4 127.0.0.1\nm=audio 4000 RTP/AVP 18"), MediaCodes.NoCommonCodec);
        await fixture.RefusedAsync(new ApplyRemoteSdp(leg, caller.Offer(), SdpMeaning.Answer), MediaCodes.NoOfferOpen);

        await caller.Heard.UntilSilenceAsync();
    }

    [Fact]
    public async Task Commands_that_make_no_sense_are_refused()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller();
        var leg = await caller.OpenAsync(fixture.Engine);
        var (nobody, play) = (EngineFixture.NewLeg(), EngineFixture.NewPlay());

        await fixture.RefusedAsync(new OpenSipLeg(leg, caller.Offer()), MediaCodes.LegExists);
        await fixture.RefusedAsync(new Play(nobody, play, [new PlayTone(400, 20)]), MediaCodes.LegUnknown);
        await fixture.RefusedAsync(new Play(leg, play, []), MediaCodes.PlayInvalid);
        await fixture.RefusedAsync(new Play(leg, play, null!), MediaCodes.PlayInvalid);
        await fixture.RefusedAsync(new Play(leg, play, [new PlayTone(9000, 20)]), MediaCodes.PlayInvalid);
        await fixture.RefusedAsync(new Play(leg, play, [new PlaySilence(-1)]), MediaCodes.PlayInvalid);
        await fixture.RefusedAsync(new Play(leg, play, [new PlayFile(null!)]), MediaCodes.PlayInvalid);
        await fixture.RefusedAsync(new Play(leg, play, [new PlayFile("/nowhere.wav")]), MediaCodes.PromptUnreadable);
        await fixture.RefusedAsync(new Bridge(leg, leg), MediaCodes.BridgeWithItself);
        await fixture.RefusedAsync(new Bridge(leg, nobody), MediaCodes.LegUnknown);
        await fixture.RefusedAsync(new SendDigits(leg, "12x"), MediaCodes.DigitInvalid);
        await fixture.RefusedAsync(new SendDigits(leg, ""), MediaCodes.DigitInvalid);
        await fixture.RefusedAsync(new SendDigits(leg, "1", 1), MediaCodes.DigitInvalid);
        await fixture.RefusedAsync(new SendDigits(leg, new string('1', 65)), MediaCodes.DigitInvalid);
        await fixture.RefusedAsync(new ApplyRemoteSdp(leg, null!), MediaCodes.CommandUnknown);
        await fixture.RefusedAsync(null!, MediaCodes.CommandUnknown);
        fixture.Metrics.Faults.ShouldBe(0, fixture.Metrics.LastFault);
    }

    [Fact]
    public async Task Keys_cannot_be_sent_to_a_peer_without_telephone_event()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller();
        var leg = EngineFixture.NewLeg();
        await fixture.AskAsync<MediaReply.Sdp>(new OpenSipLeg(leg, caller.Offer(events: false)));

        await fixture.RefusedAsync(new SendDigits(leg, "1"), MediaCodes.NoTelephoneEvent);
    }

    [Fact]
    public async Task After_the_end_every_leg_has_been_closed_and_commands_are_refused()
    {
        var fixture = await OpenAsync();
        await using var caller = new ToneCaller();
        var leg = await caller.OpenAsync(fixture.Engine);

        await fixture.DisposeAsync();

        (await fixture.Events.NextAsync<LegClosed>()).Leg.ShouldBe(leg);
        await fixture.RefusedAsync(new OpenSipLeg(leg, caller.Offer()), MediaCodes.EngineClosed);
        await fixture.DisposeAsync();
    }

    [Fact]
    public async Task Junk_on_a_legs_ports_is_counted_and_the_call_goes_on()
    {
        await using var fixture = await OpenAsync();
        await using var a = new ToneCaller(600);
        await using var b = new ToneCaller(1000);
        var legA = await a.OpenAsync(fixture.Engine);
        var legB = await b.OpenAsync(fixture.Engine);
        await fixture.AskAsync<MediaReply.Done>(new Bridge(legA, legB));
        await a.Heard.UntilToneAsync(1000);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        var chance = new Random(9);
        for (var i = 0; i < 1000; i++)
        {
            var junk = new byte[chance.Next(0, 400)];
            chance.NextBytes(junk);
            socket.SendTo(junk, new IPEndPoint(IPAddress.Loopback, a.Source!.Port + (i % 2)));
        }

        await Task.WhenAll(a.Heard.UntilToneAsync(1000, 0.95), b.Heard.UntilToneAsync(600, 0.95));
        var metrics = fixture.Metrics;
        metrics.Faults.ShouldBe(0, metrics.LastFault);
        (metrics.MalformedRtp + metrics.StrangeSource + metrics.MalformedRtcp).ShouldBeGreaterThan(300);
    }

    [Fact]
    public async Task The_level_of_a_leg_is_measured_when_asked()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller(600);
        var leg = await caller.OpenAsync(fixture.Engine);
        await fixture.Events.NextAsync<LegConnected>();

        await fixture.AskAsync<MediaReply.Done>(new MonitorLevels(leg, true));

        // A sine of amplitude 8000 has 5657 RMS: 20 log(5657 / 32768) = -15.3 dBov.
        (await fixture.Events.NextAsync<LevelMeasured>(e => e.Dbov > -30)).Dbov.ShouldBe(-15.3, 1.5);
    }
}
