using System.Text;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Wires;

/// <summary>We ask the other side to call somebody: RFC 3515 as the one who refers.</summary>
public class ReferringTests
{
    private static readonly SipUri Target = SipUri.Parse("sip:+902121234567@192.0.2.99");

    [Theory]
    [InlineData(200)]
    [InlineData(486)]
    public async Task The_other_side_tells_how_its_call_went(int code)
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync();
        var asked = call.ReferAsync(Target, new NameAddr(SipUri.Parse("sip:santral@192.0.2.1")), TimeSpan.FromSeconds(60));
        var refer = await wire.RequestAsync("REFER");
        (refer.Headers.Text(SipNames.ReferTo), refer.Headers.Text(SipNames.ReferredBy)).ShouldBe(("<sip:+902121234567@192.0.2.99>", "<sip:santral@192.0.2.1>"));
        refer.Headers.Has(SipNames.Contact).ShouldBeTrue();
        wire.Receive(refer.Answer(202));
        wire.Receive(Notify(ok, 2, "active;expires=60", "SIP/2.0 100 Trying"));
        await wire.ResponseAsync(200);
        asked.IsCompleted.ShouldBeFalse();

        wire.Receive(Notify(ok, 3, "terminated;reason=noresource", $"SIP/2.0 {code} Whatever"));

        await wire.ResponseAsync(200);
        (await asked).ShouldBe(code);
        wire.Receive(Notify(ok, 4, "terminated;reason=noresource", "SIP/2.0 200 OK"));
        await wire.ResponseAsync(481);
        call.IsEnded.ShouldBeFalse();
    }

    [Fact]
    public async Task News_that_overtakes_the_acceptance_counts()
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync();
        var asked = call.ReferAsync(Target, null, TimeSpan.FromSeconds(60));
        var refer = await wire.RequestAsync("REFER");

        wire.Receive(Notify(ok, 2, "terminated;reason=noresource", "SIP/2.0 200 OK"));
        await wire.ResponseAsync(200);
        wire.Receive(refer.Answer(202));

        (await asked).ShouldBe(200);
    }

    [Theory]
    [InlineData(603)]
    [InlineData(405)]
    public async Task A_refusal_is_told_and_the_call_stays(int code)
    {
        await using var wire = new Wire();
        var (call, _) = await wire.TalkAsync();
        var asked = call.ReferAsync(Target, null, TimeSpan.FromSeconds(60));

        wire.Receive((await wire.RequestAsync("REFER")).Answer(code));

        (await asked).ShouldBe(code);
        call.IsTalking.ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_accepts_and_hangs_up_has_gone_there()
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync();
        var asked = call.ReferAsync(Target, null, TimeSpan.FromSeconds(60));
        wire.Receive((await wire.RequestAsync("REFER")).Answer(202));
        await call.IdleAsync();

        wire.Receive(Phone.Within(ok, "BYE", 2, "bye"));

        await wire.ResponseAsync(200);
        (await asked).ShouldBe(200);
    }

    [Fact]
    public async Task Nothing_told_in_time_is_nothing_and_a_subscription_that_ends_without_news_too()
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync();
        var asked = call.ReferAsync(Target, null, TimeSpan.FromSeconds(60));
        wire.Receive((await wire.RequestAsync("REFER")).Answer(202));
        await call.IdleAsync();
        (await call.ReferAsync(Target, null, TimeSpan.FromSeconds(60))).ShouldBe(491, "one at a time");
        wire.Clock.Advance(TimeSpan.FromSeconds(60));
        (await asked).ShouldBe(0);

        var again = call.ReferAsync(Target, null, TimeSpan.FromSeconds(60));
        wire.Receive((await wire.RequestAsync("REFER")).Answer(202));
        wire.Receive(Notify(ok, 2, "terminated;reason=timeout", "SIP/2.0 100 Trying"));
        await wire.ResponseAsync(200);
        (await again).ShouldBe(0);
    }

    [Fact]
    public async Task News_of_another_package_is_489_and_nobody_is_asked_outside_of_a_call()
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync();
        var other = Notify(ok, 2, "active", "");
        other.Headers.Replace(other.Headers.IndexOf(SipNames.Event), new(SipNames.Event, "presence"));
        wire.Receive(other);
        await wire.ResponseAsync(489);
        await call.HangUpAsync();
        (await call.ReferAsync(Target, null, TimeSpan.FromSeconds(60))).ShouldBe(481);
    }

    private static SipRequest Notify(SipResponse ok, int cseq, string state, string status)
    {
        var notify = Phone.Within(ok, SipMethods.Notify, cseq, "notify" + cseq);
        notify.Headers.Add(SipNames.Event, "refer;id=1");
        notify.Headers.Add(SipNames.SubscriptionState, state);
        notify.Headers.Add(SipNames.ContentType, "message/sipfrag;version=2.0");
        notify.Body = Encoding.ASCII.GetBytes(status + "\r\n");
        return notify;
    }
}
