using System.Text;
using Santral.Sip.Messages;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Wires;

/// <summary>The transfer button of a phone: RFC 3515.</summary>
public class ReferTests
{
    [Fact]
    public async Task A_referral_is_accepted_and_its_course_is_told()
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync();
        wire.Receive(Refer(ok, "<sip:202@192.0.2.1>"));
        var referral = (await call.EventAsync<SipCallEvent.Referred>()).Referral;
        (referral.Target.Uri.UserText, referral.Replaces).ShouldBe(("202", false));

        (await referral.AcceptAsync()).ShouldBeTrue();
        (await wire.ResponseAsync(202)).CSeq.ShouldBe(new(2, "REFER"));
        var trying = await wire.RequestAsync("NOTIFY");
        (trying.Headers.Text(SipNames.Event), trying.Headers.Text(SipNames.SubscriptionState)).ShouldBe(("refer;id=2", "active;expires=60"));
        Encoding.ASCII.GetString(trying.Body.Span).ShouldBe("SIP/2.0 100 Trying\r\n");
        wire.Receive(trying.Answer(200));
        await referral.TellAsync(200);
        var done = await wire.RequestAsync("NOTIFY");
        done.Headers.Text(SipNames.SubscriptionState).ShouldBe("terminated;reason=noresource");
        Encoding.ASCII.GetString(done.Body.Span).ShouldBe("SIP/2.0 200 OK\r\n");
        wire.Receive(done.Answer(200));

        (await referral.AcceptAsync()).ShouldBeFalse();
        await referral.TellAsync(486);
        wire.IsSilent.ShouldBeTrue("its course was told to the end");
    }

    [Fact]
    public async Task A_phone_that_wants_no_news_gets_none()
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync();
        wire.Receive(Refer(ok, "<sip:202@192.0.2.1>", ("Refer-Sub", "false")));

        (await (await call.EventAsync<SipCallEvent.Referred>()).Referral.AcceptAsync()).ShouldBeTrue();

        (await wire.ResponseAsync(202)).Headers.Text(SipNames.ReferSub).ShouldBe("false");
        wire.IsSilent.ShouldBeTrue();
    }

    [Fact]
    public async Task A_refused_referral_leaves_the_call_as_it_was()
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync();
        wire.Receive(Refer(ok, "\"B\" <sip:%2B46701740605@192.0.2.1?Replaces=a%40b%3Bto-tag%3D1%3Bfrom-tag%3D2>"));
        var referral = (await call.EventAsync<SipCallEvent.Referred>()).Referral;
        (referral.Target.Uri.UserText, referral.Replaces, referral.ReplacedCall).ShouldBe(("+46701740605", true, null));

        (await referral.RefuseAsync(403)).ShouldBeTrue();

        await wire.ResponseAsync(403);
        await referral.TellAsync(200);
        wire.IsSilent.ShouldBeTrue();
        call.IsEnded.ShouldBeFalse();
    }

    [Fact]
    public async Task A_referral_that_nobody_decides_is_declined_in_time()
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync();
        wire.Receive(Refer(ok, "<sip:202@192.0.2.1>"));
        await call.EventAsync<SipCallEvent.Referred>();

        wire.Clock.Advance(new SipOptions { Listeners = [] }.ReplyWithin);

        await wire.ResponseAsync(603);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<sip:a@b>, <sip:c@d>")]
    [InlineData("<sip:a@b")]
    public async Task A_referral_to_nobody_or_to_two_is_400(string target)
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync();

        wire.Receive(Refer(ok, target));

        await wire.ResponseAsync(400);
        call.Events.TryRead(out _).ShouldBeFalse();
    }

    private static SipRequest Refer(SipResponse ok, string target, params (string Name, string Value)[] headers)
    {
        var refer = Phone.Within(ok, SipMethods.Refer, 2, "refer");
        if (target.Length > 0)
        {
            refer.Headers.Add(SipNames.ReferTo, target);
        }

        foreach (var (name, value) in headers)
        {
            refer.Headers.Add(name, value);
        }

        return refer;
    }
}
