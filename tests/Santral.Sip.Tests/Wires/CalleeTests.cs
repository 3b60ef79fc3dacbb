using System.Text;
using Santral.Sip.Messages;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Wires;

/// <summary>What a caller sees of us, message by message and on the RFC's own clock.</summary>
public class CalleeTests
{
    private static readonly byte[] OurSdp = Encoding.ASCII.GetBytes(Phone.Sdp);

    [Fact]
    public async Task A_repeated_invite_is_answered_again_and_makes_no_second_call()
    {
        await using var wire = new Wire();
        await wire.CallAsync();
        wire.Receive(Phone.Invite());
        await wire.ResponseAsync(100);
        wire.Agent.IncomingCalls.TryRead(out _).ShouldBeFalse();
        wire.Agent.Counters[SipCounter.RepeatsAbsorbed].ShouldBe(1);
        wire.Agent.ActiveCalls.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_invite_by_two_paths_is_a_loop()
    {
        await using var wire = new Wire();
        await wire.CallAsync();
        wire.Receive(Phone.Invite(branch: "other"));
        await wire.ResponseAsync(482);
    }

    [Fact]
    public async Task Two_hundred_is_repeated_until_it_is_acknowledged()
    {
        await using var wire = new Wire();
        var call = await wire.CallAsync();
        await call.AnswerAsync(OurSdp);
        var ok = await wire.ResponseAsync(200);
        foreach (var milliseconds in (int[])[500, 1000, 2000, 4000, 4000])
        {
            wire.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
            wire.IsSilent.ShouldBeTrue();
            wire.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await wire.ResponseAsync(200);
        }

        wire.Receive(Phone.Within(ok, "ACK", 1, "ack"));
        await call.EventAsync<SipCallEvent.Acked>();
        wire.Clock.Advance(TimeSpan.FromSeconds(20));
        wire.IsSilent.ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_that_nobody_acknowledges_ends_with_a_bye()
    {
        await using var wire = new Wire();
        var call = await wire.CallAsync();
        await call.AnswerAsync(OurSdp);
        for (var i = 0; i < 32; i++)
        {
            wire.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        (await call.EventAsync<SipCallEvent.Ended>()).End.Cause.ShouldBe(SipEndCause.NotAcknowledged);
        while (await wire.NextAsync() is var sent && sent is not SipRequest { Method: "BYE" })
        {
            sent.ShouldBeOfType<SipResponse>().Code.ShouldBe(200);
        }

        wire.Agent.ActiveCalls.ShouldBe(0);
    }

    [Fact]
    public async Task Hanging_up_before_the_acknowledgement_waits_for_it()
    {
        await using var wire = new Wire();
        var call = await wire.CallAsync();
        await call.AnswerAsync(OurSdp);
        var ok = await wire.ResponseAsync(200);
        await call.HangUpAsync();
        wire.IsSilent.ShouldBeTrue();
        wire.Receive(Phone.Within(ok, "ACK", 1, "ack"));
        await wire.RequestAsync("BYE");
    }

    [Fact]
    public async Task A_caller_who_cancels_gets_487_and_the_call_is_over()
    {
        await using var wire = new Wire();
        var call = await wire.CallAsync();
        await call.RingAsync();
        await wire.ResponseAsync(180);
        wire.Receive(Phone.Invite(method: "CANCEL", body: "", extra: "Reason: SIP;cause=200;text=\"Call completed elsewhere\"\r\n"));
        await wire.ResponseAsync(200);
        await wire.ResponseAsync(487);
        await call.EventAsync<SipCallEvent.Cancelled>();
        var end = (await call.EventAsync<SipCallEvent.Ended>()).End;
        end.Cause.ShouldBe(SipEndCause.Cancelled);
        end.Reason!.ShouldContain("cause=200");
        (await call.AnswerAsync(OurSdp)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_cancel_after_the_answer_changes_nothing()
    {
        await using var wire = new Wire();
        var call = await wire.CallAsync();
        await call.AnswerAsync(OurSdp);
        await wire.ResponseAsync(200);
        wire.Receive(Phone.Invite(method: "CANCEL", body: ""));
        await wire.ResponseAsync(200);
        call.IsEnded.ShouldBeFalse();
        wire.IsSilent.ShouldBeTrue();
    }

    [Fact]
    public async Task A_cancel_of_nothing_is_481()
    {
        await using var wire = new Wire();
        wire.Receive(Phone.Invite(method: "CANCEL", body: ""));
        await wire.ResponseAsync(481);
    }

    [Fact]
    public async Task A_refusal_is_repeated_until_acknowledged_and_its_acknowledgement_is_absorbed()
    {
        await using var wire = new Wire();
        var call = await wire.CallAsync();
        (await call.RefuseAsync(486)).ShouldBeTrue();
        var refusal = await wire.ResponseAsync(486);
        wire.Clock.Advance(TimeSpan.FromMilliseconds(500));
        await wire.ResponseAsync(486);
        wire.Receive(Phone.Within(refusal, "ACK", 1, "one"));
        wire.Clock.Advance(TimeSpan.FromSeconds(40));
        wire.IsSilent.ShouldBeTrue();
        wire.Agent.ActiveTransactions.ShouldBe(0);
        wire.Agent.Counters[SipCounter.StrayAcks].ShouldBe(0);
    }

    [Fact]
    public async Task A_late_offer_gets_its_answer_in_the_acknowledgement()
    {
        await using var wire = new Wire();
        var call = await wire.CallAsync(body: "");
        call.RemoteSdp.IsEmpty.ShouldBeTrue();
        await call.AnswerAsync(OurSdp);
        var ok = await wire.ResponseAsync(200);
        ok.Body.ToArray().ShouldBe(OurSdp);
        wire.Receive(Phone.Within(ok, "ACK", 1, "ack", Phone.Sdp));
        (await call.EventAsync<SipCallEvent.Acked>()).Sdp.ToArray().ShouldBe(OurSdp);
        call.RemoteSdp.ToArray().ShouldBe(OurSdp);
    }

    [Fact]
    public async Task The_application_decides_on_a_re_invite()
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync();
        wire.Receive(Phone.Within(ok, "INVITE", 2, "re", Phone.Sdp + "a=sendonly\r\n"));
        await wire.ResponseAsync(100);
        var offer = (await call.EventAsync<SipCallEvent.Reinvited>()).Offer;
        Encoding.ASCII.GetString(offer.Sdp.Span).ShouldContain("sendonly");
        (await offer.AcceptAsync(OurSdp)).ShouldBeTrue();
        (await wire.ResponseAsync(200)).Body.ToArray().ShouldBe(OurSdp);
        (await offer.AcceptAsync(OurSdp)).ShouldBeFalse();
        wire.Receive(Phone.Within(ok, "ACK", 2, "ack2"));
        await call.EventAsync<SipCallEvent.Acked>();
    }

    [Fact]
    public async Task A_re_invite_that_nobody_answers_is_refused_in_time()
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync();
        wire.Receive(Phone.Within(ok, "INVITE", 2, "re", Phone.Sdp));
        await wire.ResponseAsync(100);
        var offer = (await call.EventAsync<SipCallEvent.Reinvited>()).Offer;
        wire.Clock.Advance(TimeSpan.FromSeconds(20));
        await wire.ResponseAsync(488);
        (await offer.AcceptAsync(OurSdp)).ShouldBeFalse();
        call.IsEnded.ShouldBeFalse();
    }

    [Fact]
    public async Task Two_offers_that_cross_are_glare()
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync();
        var changing = call.ReinviteAsync(OurSdp);
        var ours = await wire.RequestAsync("INVITE");
        wire.Receive(Phone.Within(ok, "INVITE", 2, "re", Phone.Sdp));
        await wire.ResponseAsync(100);
        await wire.ResponseAsync(491);
        wire.Receive(ours.Answer(200, Phone.Sdp));
        await wire.RequestAsync("ACK");
        (await changing).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_second_re_invite_before_the_first_is_answered_is_500()
    {
        await using var wire = new Wire();
        var (_, ok) = await wire.TalkAsync();
        wire.Receive(Phone.Within(ok, "INVITE", 2, "re2", Phone.Sdp));
        await wire.ResponseAsync(100);
        wire.Receive(Phone.Within(ok, "INVITE", 3, "re3", Phone.Sdp));
        await wire.ResponseAsync(100);
        (await wire.ResponseAsync(500)).Headers.Has(SipNames.RetryAfter).ShouldBeTrue();
    }

    [Fact]
    public async Task A_bye_in_the_middle_of_a_re_invite_answers_it_487()
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync();
        wire.Receive(Phone.Within(ok, "INVITE", 2, "re", Phone.Sdp));
        await wire.ResponseAsync(100);
        await call.EventAsync<SipCallEvent.Reinvited>();
        wire.Receive(Phone.Within(ok, "BYE", 3, "bye"));
        await wire.ResponseAsync(200);
        await wire.ResponseAsync(487);
        await call.EventAsync<SipCallEvent.Ended>();
    }

    [Fact]
    public async Task An_update_without_a_body_only_refreshes()
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync();
        wire.Receive(Phone.Within(ok, "UPDATE", 2, "up"));
        await wire.ResponseAsync(200);
        call.Events.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_request_out_of_order_is_500_and_of_another_dialog_481()
    {
        await using var wire = new Wire();
        var (_, ok) = await wire.TalkAsync();
        wire.Receive(Phone.Within(ok, "INFO", 1, "old"));
        await wire.ResponseAsync(500);
        wire.Receive(Phone.Invite(method: "BYE", cseq: 9, toTag: "stranger", body: "", branch: "x"));
        await wire.ResponseAsync(481);
    }

    [Theory]
    [InlineData("application/dtmf-relay", "Signal=5\r\nDuration=160\r\n", '5', 160)]
    [InlineData("application/dtmf-relay", "Signal= 11\r\n", '#', null)]
    [InlineData("application/dtmf", "*", '*', null)]
    public async Task A_key_by_info_is_told(string type, string body, char digit, int? milliseconds)
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync();
        var info = Phone.Within(ok, "INFO", 2, "info", body);
        info.Headers.Set(SipNames.ContentType, type);
        wire.Receive(info);
        await wire.ResponseAsync(200);
        (await call.EventAsync<SipCallEvent.Dtmf>()).ShouldBe(new SipCallEvent.Dtmf(digit, milliseconds));
    }

    [Theory]
    [InlineData("Privacy: id\r\nP-Asserted-Identity: <tel:+905551112233>\r\n", null, true)]
    [InlineData("P-Asserted-Identity: \"Ali\" <sip:alias@example.com>, <tel:+905551112233>\r\n", "+905551112233", false)]
    [InlineData("", "+905321112233", false)]
    public async Task The_caller_is_who_the_network_says(string extra, string? number, bool withheld)
    {
        await using var wire = new Wire();
        var call = await wire.CallAsync(extra);
        call.Caller.Number.ShouldBe(number);
        call.Caller.Withheld.ShouldBe(withheld);
    }

    [Fact]
    public async Task A_silent_session_is_hung_up_when_its_timer_runs_out()
    {
        await using var wire = new Wire();
        var call = await wire.CallAsync("Supported: timer\r\nSession-Expires: 120;refresher=uac\r\n");
        await call.AnswerAsync(OurSdp);
        var ok = await wire.ResponseAsync(200);
        ok.Headers.Text(SipNames.SessionExpires).ShouldBe("120;refresher=uac");
        ok.Headers.ListHas(SipNames.Require, "timer").ShouldBeTrue();
        wire.Receive(Phone.Within(ok, "ACK", 1, "ack"));
        await call.EventAsync<SipCallEvent.Acked>();
        wire.Clock.Advance(TimeSpan.FromSeconds(88));
        await wire.RequestAsync("BYE");
        (await call.EventAsync<SipCallEvent.Ended>()).End.Cause.ShouldBe(SipEndCause.SessionExpired);
    }

    [Fact]
    public async Task A_session_interval_below_the_minimum_is_422()
    {
        await using var wire = new Wire();
        wire.Receive(Phone.Invite(extra: "Supported: timer\r\nSession-Expires: 30\r\n"));
        await wire.ResponseAsync(100);
        (await wire.ResponseAsync(422)).Headers.Text(SipNames.MinSE).ShouldBe("90");
        wire.Agent.IncomingCalls.TryRead(out _).ShouldBeFalse();
    }
}
