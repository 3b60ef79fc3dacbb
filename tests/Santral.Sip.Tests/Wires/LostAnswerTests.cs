using System.Text;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Wires;

/// <summary>Calls whose last word never comes, or comes when nobody waits for it any more: nothing may stay behind.</summary>
public class LostAnswerTests
{
    private static readonly TimeSpan GiveUp = SipTimers.Default.GiveUp;

    [Fact]
    public async Task A_phone_that_rang_and_fell_silent_leaves_no_transaction()
    {
        await using var wire = new Wire();
        await CancelUnansweredAsync(wire);
        wire.Clock.Advance(GiveUp);
        wire.Agent.ActiveTransactions.ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_long_after_the_cancel_is_acknowledged_and_hung_up_once()
    {
        await using var wire = new Wire();
        var (call, invite) = await CancelUnansweredAsync(wire);
        wire.Receive(invite.Answer(200, Phone.Sdp));
        await wire.RequestAsync("ACK");
        (await wire.RequestAsync("BYE")).To!.Tag.ShouldBe("bob");

        // The repeat of the 200 is acknowledged again; the BYE has its own repeats.
        wire.Receive(invite.Answer(200, Phone.Sdp));
        await wire.RequestAsync("ACK");
        await call.IdleAsync();
        wire.IsSilent.ShouldBeTrue();
    }

    [Fact]
    public async Task A_bye_before_the_answer_ends_the_invite_with_487()
    {
        await using var wire = new Wire();
        var call = await wire.CallAsync();
        await call.RingAsync();
        var ringing = await wire.ResponseAsync(180);
        wire.Receive(Phone.Within(ringing, "BYE", 2, "bye"));
        (await wire.ResponseAsync(200)).CSeq!.Value.Method.ShouldBe("BYE");
        var end = await wire.ResponseAsync(487);
        end.CSeq!.Value.Method.ShouldBe("INVITE");
        await call.EventAsync<SipCallEvent.Ended>();
        (await call.AnswerAsync(Encoding.ASCII.GetBytes(Phone.Sdp))).ShouldBeFalse();

        wire.Receive(Phone.Within(end, "ACK", 1, "one"));
        wire.Clock.Advance(GiveUp);
        wire.Agent.ActiveTransactions.ShouldBe(0);
    }

    /// <summary>Rang, was cancelled, and was given up after 64*T1 without an answer to either.</summary>
    private static async Task<(OutgoingCall Call, SipRequest Invite)> CancelUnansweredAsync(Wire wire)
    {
        var call = await wire.DialAsync();
        var invite = await wire.RequestAsync("INVITE");
        wire.Receive(invite.Answer(180));
        await call.EventAsync<SipCallEvent.Progress>();
        await call.HangUpAsync();
        var cancel = await wire.RequestAsync("CANCEL");
        wire.Receive(cancel.Answer(200));
        wire.Clock.Advance(GiveUp);
        (await call.EventAsync<SipCallEvent.Ended>()).End.Cause.ShouldBe(SipEndCause.Cancelled);

        // Its end is told before all that follows from it is done.
        await call.IdleAsync();
        return (call, invite);
    }
}
