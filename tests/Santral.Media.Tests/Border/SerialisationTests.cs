using System.Net;
using System.Text.Json;
using Santral.Media.Border;

namespace Santral.Media.Tests.Border;

/// <summary>Everything that crosses the border can be written and read again, by the contract of the two processes.</summary>
public sealed class SerialisationTests
{
    private static readonly LegId Leg = new(Guid.Parse("0192b0a0-0000-7000-8000-000000000001"));
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Every_kind_of_message_is_covered_here()
    {
        var known = Commands().Select(c => c.GetType()).Concat(Replies().Select(r => r.GetType())).Concat(Events().Select(e => e.GetType()));
        var declared = typeof(MediaCommand).Assembly.GetExportedTypes().Where(t => !t.IsAbstract
            && (t.IsSubclassOf(typeof(MediaCommand)) || t.IsSubclassOf(typeof(MediaReply)) || t.IsSubclassOf(typeof(MediaEvent))));

        known.ShouldBe(declared, ignoreOrder: true);
    }

    [Fact]
    public void Commands_survive_the_border() => Commands().ShouldAllBe(c => Same(c));

    [Fact]
    public void Replies_survive_the_border() => Replies().ShouldAllBe(r => Same(r));

    [Fact]
    public void Events_survive_the_border() => Events().ShouldAllBe(e => Same(e));

    [Fact]
    public void How_the_engine_is_to_be_survives_the_border()
    {
        var options = new MediaOptions { BindV6 = null, AdvertisedV6 = IPAddress.Parse("2001:db8::5"), TrustedNetworks = [IPNetwork.Parse("203.0.113.0/24")], MediaTimeout = TimeSpan.FromSeconds(7) };

        var again = JsonSerializer.Deserialize(JsonSerializer.Serialize(new Begin(1, options), MediaJson.Default.Begin), MediaJson.Default.Begin)!.Options;

        again.ShouldBe(options with { TrustedNetworks = again.TrustedNetworks });
        again.TrustedNetworks.ShouldBe(options.TrustedNetworks);
    }

    [Fact]
    public void Figures_that_are_no_numbers_survive_the_border()
        => Same<MediaEvent>(new LevelMeasured(Leg, double.NegativeInfinity, At)).ShouldBeTrue();

    [Fact]
    public void A_pressed_key_is_not_in_the_text_of_its_event() =>
        new DigitPressed(Leg, '7', 100, At).ToString().ShouldNotContain("7 ");

    private static bool Same<T>(T message)
    {
        var text = JsonSerializer.Serialize(message, typeof(T), MediaJson.Default);
        var again = JsonSerializer.Deserialize(text, typeof(T), MediaJson.Default);
        return JsonSerializer.Serialize(again, typeof(T), MediaJson.Default) == text && again!.GetType() == message!.GetType();
    }

    private static MediaCommand[] Commands() =>
    [
        new OpenSipLeg(Leg, "v=0", LegNetwork.IPv6, "2001:db8::1", AwaitsAck: true),
        new ConfirmPeer(Leg),
        new ApplyRemoteSdp(Leg, "v=0", SdpMeaning.Answer),
        new RenewOffer(Leg, true),
        new WithdrawOffer(Leg),
        new OpenBrowserLeg(Leg, "v=0"),
        new Play(Leg, new PlayId(Leg.Value), [new PlayFile("a.wav"), new PlayTone(425, 200), new PlaySilence(100)], true, true),
        new StopPlay(Leg),
        new Confer(Leg, [Leg, Leg], [new Unheard(Leg, Leg)]), new Bridge(Leg, new LegId(Guid.Empty), false),
        new Unbridge(Leg),
        new Mute(Leg, true),
        new SendDigits(Leg, "12", 80),
        new MonitorLevels(Leg, true),
        new RecordLeg(Leg, new TapeId(Leg.Value), "a.wav", RecordingSides.Own, 60_000),
        new PauseRecording(Leg, true),
        new StopRecording(Leg),
        new CloseLeg(Leg),
    ];

    private static MediaReply[] Replies() => [new MediaReply.Done(true), new MediaReply.Sdp("v=0", true), new MediaReply.Refused("media.x", "y")];

    private static MediaEvent[] Events() =>
    [
        new DigitPressed(Leg, '*', 120, At),
        new PlayEnded(Leg, new PlayId(Leg.Value), PlayEnd.Digit, At),
        new LegConnected(Leg, At),
        new LegLost(Leg, LegLoss.IceTimeout, At),
        new LevelMeasured(Leg, -20.5, At),
        new RecordingStarted(Leg, new TapeId(Leg.Value), At),
        new RecordingEnded(Leg, new TapeId(Leg.Value), RecordingEnd.Limit, 1000, 16_058, "ab", "", At),
        new LegClosed(Leg, new LegReport { PacketsIn = 3, RoundTripMs = 1.5 }, At),
    ];
}
