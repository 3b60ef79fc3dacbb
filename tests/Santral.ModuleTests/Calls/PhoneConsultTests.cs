using System.Text;
using Santral.Sip.Grammar;
using Santral.Sip.UserAgent;

namespace Santral.ModuleTests.Calls;

/// <summary>An agent's desk phone with two calls: hold, a colleague asked in the second one, and the attended transfer by its own button (I-12; RFC 3515, RFC 3891).</summary>
[Trait("Database", "one")]
public sealed class PhoneConsultTests(Installation installation) : IClassFixture<Installation>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Fact]
    [Requirement("I-12")]
    public async Task A_colleague_is_asked_in_the_phones_second_call_and_gets_the_caller_by_its_transfer_button()
    {
        await using var first = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);
        await using var second = await DeskAgent.StartAsync(installation, "corporate1", hz: 1300);
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var (caller, talk) = await SpeakAsync(first, second, phone, "+905559990071");
        await HoldAsync(talk, first.Phone.Sound, on: true);
        var call = (await first.UntilAsync(d => DeskAgent.StateOf(d) == "onHold")).GetProperty("call").GetProperty("callId").GetString();
        await first.Http.PostAsync($"/api/calls/{call}/resume", null).ShouldBeRefusedAsync("calls.phone_holds");

        await using var ear = new ToneCaller(1600);
        var asking = await AskAsync(first, ear);
        await second.LiftAsync();
        await Task.WhenAll(ear.Heard.UntilToneAsync(1300, 0.9, Patience), second.Phone.Sound.Heard.UntilToneAsync(1600, 0.9, Patience));
        (await first.DeskAsync()).GetProperty("call").GetProperty("state").GetString().ShouldBe("consulting");
        await first.Http.PostAsync($"/api/calls/{call}/consult/swap", null).ShouldBeRefusedAsync("calls.phone_holds");

        // He changes between the two by his phone, and each waits with music meanwhile.
        await HoldAsync(asking, ear, on: true);
        await HoldAsync(talk, first.Phone.Sound, on: false);
        await phone.Sound.Heard.UntilToneAsync(1000, 0.9, Patience);
        await HoldAsync(talk, first.Phone.Sound, on: true);
        await HoldAsync(asking, ear, on: false);
        await second.Phone.Sound.Heard.UntilToneAsync(1600, 0.9, Patience);

        (await talk.ReferAsync(InsteadOf(asking), by: null, Patience)).ShouldBe(200);

        (await SipPhone.UntilAsync<SipCallEvent.Ended>(talk)).End.ByRemote.ShouldBeTrue();
        (await SipPhone.UntilAsync<SipCallEvent.Ended>(asking)).End.ByRemote.ShouldBeTrue();
        await Task.WhenAll(
            phone.Sound.Heard.UntilToneAsync(1300, 0.9, Patience), second.Phone.Sound.Heard.UntilToneAsync(600, 0.9, Patience));
        (await first.UntilAsync(d => DeskAgent.StateOf(d) == "ended")).GetProperty("presence").GetProperty("activity").GetString().ShouldBe("wrapUp");
        await caller.HangUpAsync();
        await first.RestAsync();
        await second.RestAsync();
    }

    [Fact]
    public async Task Who_hangs_up_the_second_call_is_back_with_the_caller_and_a_second_call_that_nobody_answers_hands_nobody_over()
    {
        await using var first = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);
        await using var second = await DeskAgent.StartAsync(installation, "corporate1", hz: 1300);
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var (caller, talk) = await SpeakAsync(first, second, phone, "+905559990072");
        await using var ear = new ToneCaller(1600);
        (await SipPhone.UntilAsync<SipCallEvent.Ended>(await first.Phone.DialAsUserAsync("nobody", "agent2", sound: ear))).End.Code.ShouldBe(404);

        await HoldAsync(talk, first.Phone.Sound, on: true);
        var asking = await AskAsync(first, ear);
        await ear.Heard.UntilToneAsync(425, 0.8, Patience);
        (await talk.ReferAsync(InsteadOf(asking), by: null, Patience)).ShouldBe(480, "she does not speak yet");
        await second.LiftAsync();
        await asking.HangUpAsync();

        await first.UntilAsync(d => DeskAgent.StateOf(d) == "onHold");
        await second.UntilAsync(d => DeskAgent.StateOf(d) is null);
        await HoldAsync(talk, first.Phone.Sound, on: false);
        await first.UntilAsync(d => DeskAgent.StateOf(d) == "talking");
        await phone.Sound.Heard.UntilToneAsync(1000, 0.9, Patience);
        (await talk.ReferAsync(InsteadOf(asking), by: null, Patience)).ShouldBe(480, "that call is over");
        await caller.HangUpAsync();
        await first.RestAsync();
        await second.RestAsync();
    }

    /// <summary>The caller speaks with the first of the two.</summary>
    private static async Task<(OutgoingCall Caller, IncomingCall Talk)> SpeakAsync(DeskAgent first, DeskAgent second, SipPhone phone, string from)
    {
        await first.AvailableAsync();
        await second.AvailableAsync();
        var caller = await phone.CallAsync("100", from);
        await phone.Sound.Heard.UntilAsync(window => Goertzel.Rms(window) > 200, "the greeting", TimeSpan.FromSeconds(30));
        phone.Sound.Press("3");
        var talk = await first.Phone.RungAsync();
        await first.Phone.LiftAsync(talk);
        await first.UntilAsync(d => DeskAgent.StateOf(d) == "talking");
        await phone.Sound.Heard.UntilToneAsync(1000, 0.9, Patience);
        return (caller, talk);
    }

    private static async Task<OutgoingCall> AskAsync(DeskAgent first, ToneCaller ear)
    {
        var asking = await first.Phone.DialAsUserAsync("corporate1", "agent2", sound: ear);
        ear.Connect(Encoding.UTF8.GetString((await SipPhone.UntilAsync<SipCallEvent.Answered>(asking)).Sdp.Span));
        return asking;
    }

    private static async Task HoldAsync(SipCall call, ToneCaller sound, bool on)
        => (await call.ReinviteAsync(Encoding.UTF8.GetBytes(sound.Offer(on ? "sendonly" : "sendrecv")))).IsAccepted.ShouldBeTrue();

    /// <summary>What the transfer button names: the place that is to be taken (RFC 3891 §6.1, as the product sees the two tags).</summary>
    private static SipUri InsteadOf(SipCall call) => SipUri.Of("corporate1", "127.0.0.1") with
    {
        Headers = "Replaces=" + Uri.EscapeDataString(new Replaces(call.CallId, call.RemoteTag!, call.LocalTag, EarlyOnly: false).ToString()),
    };
}
