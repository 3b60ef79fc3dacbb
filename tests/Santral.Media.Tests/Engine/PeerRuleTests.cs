using System.Net;
using Santral.Media.Legs;
using Santral.Testing;

namespace Santral.Media.Tests.Engine;

/// <summary>What is believed of the addresses in a description.</summary>
public abstract class PeerRuleTests(Place place) : EngineTests(place)
{
    public sealed class Inside() : PeerRuleTests(Place.Inside);

    public sealed class Across() : PeerRuleTests(Place.Across);

    [Theory]
    [InlineData("192.168.1.5", "203.0.113.9", false)]
    [InlineData("192.168.1.5", "192.168.1.5", true)]
    [InlineData("198.51.100.7", "203.0.113.9", true)]
    [InlineData("fd00::5", "2001:db8::9", false)]
    [InlineData("192.168.1.5", null, true)]
    public void Behind_a_NAT_only_the_signalling_host_can_be_the_peer(string announced, string? signalling, bool mayBe)
        => Rule(signalling).MayBeAt(IPAddress.Parse(announced)).ShouldBe(mayBe);

    [Theory]
    [InlineData("224.0.0.1", "203.0.113.9", false)]
    [InlineData("255.255.255.255", "203.0.113.9", false)]
    [InlineData("ff02::1", "2001:db8::9", false)]
    [InlineData("127.0.0.1", "203.0.113.9", false)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("192.0.2.1", "203.0.113.9", true)]
    public void An_address_of_many_or_of_ourselves_is_no_address_of_a_peer(string announced, string signalling, bool usable)
        => Rule(signalling).IsUsable(IPAddress.Parse(announced)).ShouldBe(usable);

    [Fact]
    public async Task A_description_that_names_many_hosts_is_refused()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller();
        await fixture.RefusedAsync(new OpenSipLeg(EngineFixture.NewLeg(), caller.Offer(address: "224.0.0.1")), MediaCodes.AddressNotUsable);
    }

    [Fact]
    public async Task Before_the_ACK_nothing_is_sent_to_a_host_that_does_not_signal_and_the_prompt_waits()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller();
        await using var clock = new ToneCaller();
        var leg = EngineFixture.NewLeg();
        var reply = await fixture.AskAsync<MediaReply.Sdp>(new OpenSipLeg(leg, caller.Offer(), Signalling: "127.0.0.2", AwaitsAck: true));
        caller.Connect(reply.LocalSdp);
        await fixture.Events.NextAsync<LegConnected>();
        var prompt = EngineFixture.NewPlay();
        await fixture.AskAsync<MediaReply.Done>(new Play(leg, prompt, [new PlayTone(440, 400)]));

        // Another leg measures the time in which the prompt would have ended.
        var other = await clock.OpenAsync(fixture.Engine);
        await fixture.AskAsync<MediaReply.Done>(new Play(other, EngineFixture.NewPlay(), [new PlaySilence(500)]));
        (await fixture.Events.NextAsync<PlayEnded>()).Leg.ShouldBe(other);
        caller.PacketsReceived.ShouldBe(0);

        await fixture.AskAsync<MediaReply.Done>(new ConfirmPeer(leg));
        await caller.Heard.UntilToneAsync(440, 0.9);
        (await fixture.Events.NextAsync<PlayEnded>()).Id.ShouldBe(prompt);
    }

    [Theory]
    [InlineData("127.0.0.1", "192.0.2.0/24")]
    [InlineData("127.0.0.2", "127.0.0.0/8")]
    public async Task The_signalling_host_and_a_trusted_network_hear_at_once(string signalling, string trusted)
    {
        await using var fixture = await OpenAsync(o => o with { TrustedNetworks = [IPNetwork.Parse(trusted)] });
        await using var caller = new ToneCaller();
        var leg = EngineFixture.NewLeg();
        var reply = await fixture.AskAsync<MediaReply.Sdp>(new OpenSipLeg(leg, caller.Offer(), Signalling: signalling, AwaitsAck: true));
        caller.Connect(reply.LocalSdp);

        await caller.Heard.UntilSilenceAsync();
    }

    [Fact]
    public async Task A_prompt_to_a_caller_without_an_address_ends()
    {
        await using var fixture = await OpenAsync();
        await using var caller = new ToneCaller();
        var (held, late) = (EngineFixture.NewLeg(), EngineFixture.NewLeg());
        await fixture.AskAsync<MediaReply.Sdp>(new OpenSipLeg(held, caller.Offer(address: "0.0.0.0"), AwaitsAck: true));
        await fixture.AskAsync<MediaReply.Sdp>(new OpenSipLeg(late, null, AwaitsAck: true));
        foreach (var leg in (LegId[])[held, late])
        {
            await fixture.AskAsync<MediaReply.Done>(new ConfirmPeer(leg));
            await fixture.AskAsync<MediaReply.Done>(new Play(leg, EngineFixture.NewPlay(), [new PlayTone(440, 100)]));
            (await fixture.Events.NextAsync<PlayEnded>(e => e.Leg == leg)).Reason.ShouldBe(PlayEnd.Finished);
        }
    }

    [Fact]
    public async Task A_caller_who_holds_and_is_never_heard_again_is_lost_in_the_end()
    {
        await using var fixture = await OpenAsync(o => o with { SilenceLimit = TimeSpan.FromMilliseconds(200) });
        await using var caller = new ToneCaller();
        await fixture.AskAsync<MediaReply.Sdp>(new OpenSipLeg(EngineFixture.NewLeg(), caller.Offer("inactive")));

        (await fixture.Events.NextAsync<LegLost>()).Reason.ShouldBe(LegLoss.NoMedia);
    }

    private static PeerRule Rule(string? signalling) => new(signalling is null ? null : IPAddress.Parse(signalling), awaitsAck: true, []);
}
