using System.Text;
using Santral.Sip.Messages;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Wires;

/// <summary>What a callee sees of us, message by message and on the RFC's own clock.</summary>
public class CallerTests
{
    private static readonly byte[] OurSdp = Encoding.ASCII.GetBytes(Phone.Sdp);

    [Fact]
    public async Task An_unanswered_invite_is_repeated_and_gives_up_after_sixty_four_T1()
    {
        await using var wire = new Wire();
        var call = await wire.DialAsync();
        await wire.RequestAsync("INVITE");
        foreach (var milliseconds in (int[])[500, 1000, 2000, 4000, 8000, 16000])
        {
            wire.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
            await wire.RequestAsync("INVITE");
        }

        wire.Clock.Advance(TimeSpan.FromMilliseconds(500));
        (await call.EventAsync<SipCallEvent.Ended>()).End.Cause.ShouldBe(SipEndCause.TimedOut);
        wire.Agent.ActiveTransactions.ShouldBe(0);
    }

    [Fact]
    public async Task A_repeated_answer_is_acknowledged_again()
    {
        await using var wire = new Wire();
        var call = await wire.DialAsync();
        var invite = await wire.RequestAsync("INVITE");
        wire.Receive(invite.Answer(200, Phone.Sdp));
        await wire.RequestAsync("ACK");
        await call.EventAsync<SipCallEvent.Answered>();
        wire.Receive(invite.Answer(200, Phone.Sdp));
        (await wire.RequestAsync("ACK")).CSeq!.Value.Number.ShouldBe(invite.CSeq!.Value.Number);
    }

    [Fact]
    public async Task The_answer_of_a_second_fork_is_acknowledged_and_hung_up()
    {
        await using var wire = new Wire();
        var call = await wire.DialAsync();
        var invite = await wire.RequestAsync("INVITE");
        wire.Receive(invite.Answer(200, Phone.Sdp, "bob"));
        await wire.RequestAsync("ACK");
        await call.EventAsync<SipCallEvent.Answered>();
        wire.Receive(invite.Answer(200, Phone.Sdp, "other"));
        (await wire.RequestAsync("ACK")).To!.Tag.ShouldBe("other");
        (await wire.RequestAsync("BYE")).To!.Tag.ShouldBe("other");
        call.IsEnded.ShouldBeFalse();
        call.RemoteTag.ShouldBe("bob");
    }

    [Fact]
    public async Task A_refusal_is_acknowledged_on_the_same_branch()
    {
        await using var wire = new Wire();
        var call = await wire.DialAsync();
        var invite = await wire.RequestAsync("INVITE");
        wire.Receive(invite.Answer(486));
        (await wire.RequestAsync("ACK")).TopVia!.Branch.ShouldBe(invite.TopVia!.Branch);
        var end = (await call.EventAsync<SipCallEvent.Ended>()).End;
        end.Code.ShouldBe(486);
        end.ByRemote.ShouldBeTrue();
        wire.Receive(invite.Answer(486));
        await wire.RequestAsync("ACK");
        wire.Clock.Advance(TimeSpan.FromSeconds(32));
        wire.Agent.ActiveTransactions.ShouldBe(0);
    }

    [Fact]
    public async Task Cancel_waits_for_a_provisional_response()
    {
        await using var wire = new Wire();
        var call = await wire.DialAsync();
        var invite = await wire.RequestAsync("INVITE");
        (await call.HangUpAsync()).ShouldBeTrue();
        wire.IsSilent.ShouldBeTrue();
        wire.Receive(invite.Answer(180));
        var cancel = await wire.RequestAsync("CANCEL");
        cancel.TopVia.ShouldBe(invite.TopVia);
        cancel.CSeq!.Value.Number.ShouldBe(invite.CSeq!.Value.Number);
        wire.Receive(cancel.Answer(200));
        wire.Receive(invite.Answer(487));
        await wire.RequestAsync("ACK");
        (await call.EventAsync<SipCallEvent.Ended>()).End.Cause.ShouldBe(SipEndCause.Cancelled);
    }

    [Fact]
    public async Task An_answer_that_crosses_the_cancel_is_acknowledged_and_hung_up()
    {
        await using var wire = new Wire();
        var call = await wire.DialAsync();
        var invite = await wire.RequestAsync("INVITE");
        wire.Receive(invite.Answer(180));
        await call.EventAsync<SipCallEvent.Progress>();
        await call.HangUpAsync();
        await wire.RequestAsync("CANCEL");
        wire.Receive(invite.Answer(200, Phone.Sdp));
        await wire.RequestAsync("ACK");
        await wire.RequestAsync("BYE");
        (await call.EventAsync<SipCallEvent.Ended>()).End.Cause.ShouldBe(SipEndCause.Cancelled);
        wire.Agent.ActiveCalls.ShouldBe(0);
    }

    [Fact]
    public async Task A_phone_that_rings_too_long_is_cancelled()
    {
        await using var wire = new Wire();
        await wire.DialAsync(ringFor: TimeSpan.FromSeconds(15));
        var invite = await wire.RequestAsync("INVITE");
        wire.Receive(invite.Answer(180));
        wire.Clock.Advance(TimeSpan.FromSeconds(15));
        await wire.RequestAsync("CANCEL");
    }

    [Theory]
    [InlineData(401, "WWW-Authenticate", "Authorization", "SHA-256")]
    [InlineData(407, "Proxy-Authenticate", "Proxy-Authorization", "MD5")]
    public async Task A_trunk_that_asks_gets_our_credentials_once(int code, string asks, string answers, string algorithm)
    {
        await using var wire = new Wire();
        var call = await wire.DialAsync(credentials: new("trunk", "secret"));
        var first = await wire.RequestAsync("INVITE");
        var challenge = $"{asks}: Digest realm=\"carrier\", nonce=\"n0nce\", qop=\"auth,auth-int\", algorithm={algorithm}";
        wire.Receive(first.Answer(code, extra: challenge));
        await wire.RequestAsync("ACK");
        var second = await wire.RequestAsync("INVITE");
        second.CSeq!.Value.Number.ShouldBe(first.CSeq!.Value.Number + 1);
        second.CallId.ShouldBe(first.CallId);
        Santral.Sip.Grammar.AuthParams.TryParse(Encoding.UTF8.GetBytes(second.Headers.Text(answers)!), out var given).ShouldBeTrue();
        var its = algorithm == "MD5" ? DigestAlgorithm.Md5 : DigestAlgorithm.Sha256;
        given["response"].ShouldBe(Digest.Answer(
            its, Digest.Ha1(its, "trunk", "carrier", "secret"), "INVITE", second.Uri.ToString(), "n0nce", "00000001", given["cnonce"]!, "auth"));
        wire.Receive(second.Answer(code, extra: challenge));
        await wire.RequestAsync("ACK");
        (await call.EventAsync<SipCallEvent.Ended>()).End.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Requests_follow_the_route_recorded_in_the_answer()
    {
        await using var wire = new Wire();
        var call = await wire.DialAsync();
        var invite = await wire.RequestAsync("INVITE");
        wire.Receive(invite.Answer(200, Phone.Sdp, extra: "Record-Route: <sip:192.0.2.51:5070;lr>, <sip:192.0.2.50:5060;lr>"));
        var ack = await wire.RequestAsync("ACK");
        ack.Headers.List(SipNames.Route).ShouldBe(["<sip:192.0.2.50:5060;lr>", "<sip:192.0.2.51:5070;lr>"]);
        ack.Uri.ToString().ShouldBe("sip:bob@192.0.2.99:5062");
        wire.LastRemote!.ToString().ShouldBe("192.0.2.50:5060");
        await call.EventAsync<SipCallEvent.Answered>();
    }

    [Fact]
    public async Task A_late_offer_is_answered_in_our_acknowledgement()
    {
        await using var wire = new Wire();
        var call = await wire.DialAsync(lateOffer: true);
        var invite = await wire.RequestAsync("INVITE");
        wire.Receive(invite.Answer(200, Phone.Sdp));
        (await call.EventAsync<SipCallEvent.Answered>()).Sdp.ToArray().ShouldBe(OurSdp);
        (await call.AckAsync(OurSdp)).ShouldBeTrue();
        (await wire.RequestAsync("ACK")).Body.ToArray().ShouldBe(OurSdp);
    }

    [Fact]
    public async Task A_glare_is_tried_again_by_the_owner_of_the_call_id_after_two_seconds()
    {
        await using var wire = new Wire();
        var (call, ours) = await TalkAsync(wire);
        var changing = call.ReinviteAsync(OurSdp);
        var reinvite = await wire.RequestAsync("INVITE");
        wire.Receive(reinvite.Answer(491));
        await wire.RequestAsync("ACK");
        await call.IdleAsync();
        wire.Clock.Advance(TimeSpan.FromSeconds(2));
        await call.IdleAsync();
        wire.IsSilent.ShouldBeTrue();
        wire.Clock.Advance(TimeSpan.FromSeconds(2));
        var again = await wire.RequestAsync("INVITE");
        wire.Receive(again.Answer(200, Phone.Sdp));
        await wire.RequestAsync("ACK");
        (await changing).IsAccepted.ShouldBeTrue();
        ours.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_peer_that_forgot_the_dialog_ends_the_call()
    {
        await using var wire = new Wire();
        var (call, _) = await TalkAsync(wire);
        var changing = call.ReinviteAsync(OurSdp);
        wire.Receive((await wire.RequestAsync("INVITE")).Answer(481));
        await wire.RequestAsync("ACK");
        (await changing).Code.ShouldBe(481);
        await call.EventAsync<SipCallEvent.Ended>();
    }

    [Fact]
    public async Task We_refresh_the_session_at_half_time()
    {
        await using var wire = new Wire();
        var call = await wire.DialAsync();
        var invite = await wire.RequestAsync("INVITE");
        var ok = invite.Answer(200, Phone.Sdp, extra: "Session-Expires: 200;refresher=uac");
        ok.Headers.Add(SipNames.Allow, "INVITE, UPDATE");
        wire.Receive(ok);
        await wire.RequestAsync("ACK");
        await call.EventAsync<SipCallEvent.Answered>();
        wire.Clock.Advance(TimeSpan.FromSeconds(100));
        var update = await wire.RequestAsync("UPDATE");
        update.Body.IsEmpty.ShouldBeTrue();
        wire.Receive(update.Answer(200, extra: "Session-Expires: 200;refresher=uac"));
        await call.IdleAsync();
        wire.Clock.Advance(TimeSpan.FromSeconds(99));
        await call.IdleAsync();
        call.IsEnded.ShouldBeFalse();
    }

    [Fact]
    public async Task A_trunk_that_wants_a_longer_session_interval_is_asked_again_with_it()
    {
        await using var wire = new Wire();
        await wire.DialAsync();
        var first = await wire.RequestAsync("INVITE");
        wire.Receive(first.Answer(422, extra: "Min-SE: 7200"));
        await wire.RequestAsync("ACK");

        var second = await wire.RequestAsync("INVITE");

        (second.Headers.Text(SipNames.SessionExpires), second.Headers.Text(SipNames.MinSE)).ShouldBe(("7200", "7200"));
        second.CSeq!.Value.Number.ShouldBe(first.CSeq!.Value.Number + 1);
        wire.Receive(second.Answer(422, extra: "Min-SE: 7200"));
        await wire.RequestAsync("ACK");
        wire.IsSilent.ShouldBeTrue("what it asked for was given: asking again would go on for ever");
    }

    [Fact]
    public async Task A_refresh_that_is_too_short_for_somebody_on_the_way_is_sent_again_longer()
    {
        await using var wire = new Wire();
        var call = await wire.DialAsync();
        var ok = (await wire.RequestAsync("INVITE")).Answer(200, Phone.Sdp, extra: "Session-Expires: 200;refresher=uac");
        ok.Headers.Add(SipNames.Allow, "INVITE, UPDATE");
        wire.Receive(ok);
        await wire.RequestAsync("ACK");
        await call.EventAsync<SipCallEvent.Answered>();
        wire.Clock.Advance(TimeSpan.FromSeconds(100));
        wire.Receive((await wire.RequestAsync("UPDATE")).Answer(422, extra: "Min-SE: 3600"));

        (await wire.RequestAsync("UPDATE")).Headers.Text(SipNames.SessionExpires).ShouldBe("3600");
        call.IsEnded.ShouldBeFalse();
    }

    [Fact]
    public async Task What_one_fork_said_early_is_not_the_answer_of_another()
    {
        await using var wire = new Wire();
        var call = await wire.DialAsync();
        var invite = await wire.RequestAsync("INVITE");
        wire.Receive(invite.Answer(183, Phone.Sdp, "first"));
        (await call.EventAsync<SipCallEvent.Progress>()).Sdp.IsEmpty.ShouldBeFalse();

        wire.Receive(invite.Answer(200, sdp: null, "second"));

        (await wire.RequestAsync("ACK")).To!.Tag.ShouldBe("second");
        (await call.EventAsync<SipCallEvent.Answered>()).Sdp.IsEmpty.ShouldBeTrue();
    }

    private static async Task<(OutgoingCall Call, SipRequest Invite)> TalkAsync(Wire wire)
    {
        var call = await wire.DialAsync();
        var invite = await wire.RequestAsync("INVITE");
        wire.Receive(invite.Answer(200, Phone.Sdp));
        await wire.RequestAsync("ACK");
        await call.EventAsync<SipCallEvent.Answered>();
        return (call, invite);
    }
}
