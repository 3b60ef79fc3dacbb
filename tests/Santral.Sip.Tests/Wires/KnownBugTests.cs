using System.Text;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Tests.Loopback;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Wires;

/// <summary>Faults that other implementations had (`docs/wire/known-bugs.md`), where no other test of ours proves that we have them not.</summary>
public class KnownBugTests
{
    private const string Challenge = "WWW-Authenticate: Digest realm=\"anybody\", nonce=\"n\", algorithm=MD5, qop=\"auth\"";

    /// <summary>Number 36: who is called may ask for our password in the answer to our BYE; it is for trunks that we dialled with it, and for nobody else.</summary>
    [Theory]
    [InlineData(401)]
    [InlineData(407)]
    public async Task A_caller_who_challenges_our_BYE_gets_no_proof(int code)
    {
        await using var wire = new Wire();
        var (call, _) = await wire.TalkAsync();
        await call.HangUpAsync();
        var bye = await wire.RequestAsync("BYE");

        wire.Receive(bye.Answer(code, tag: "phone", extra: code == 401 ? Challenge : Challenge.Replace("WWW-", "Proxy-", StringComparison.Ordinal)));
        wire.Clock.Advance(TimeSpan.FromSeconds(40));

        wire.IsSilent.ShouldBeTrue();
    }

    [Fact]
    public async Task A_phone_that_challenges_our_INVITE_gets_no_proof_when_it_was_dialled_without_one()
    {
        await using var wire = new Wire();
        var call = await wire.DialAsync();
        var invite = await wire.RequestAsync("INVITE");

        wire.Receive(invite.Answer(407, extra: Challenge.Replace("WWW-", "Proxy-", StringComparison.Ordinal)));

        (await wire.RequestAsync("ACK")).Headers.Has(SipNames.ProxyAuthorization).ShouldBeFalse();
        (await call.EventAsync<SipCallEvent.Ended>()).End.Code.ShouldBe(407);
        wire.IsSilent.ShouldBeTrue();
    }

    /// <summary>Number 14: hung up before anything came back; a phone that wakes up late must not stay in a call with nobody.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_trunk_not_heard_in_time_is_given_up_and_what_it_says_later_is_ended(bool answers)
    {
        await using var wire = new Wire();
        var call = await wire.Agent.DialAsync(new()
        {
            Target = SipUri.Parse("sip:bob@192.0.2.99:5062"), From = new(SipUri.Parse("sip:santral@192.0.2.1")), Sdp = Encoding.ASCII.GetBytes(Phone.Sdp),
            TryingWithin = TimeSpan.FromSeconds(4),
        });
        var invite = await wire.RequestAsync("INVITE");
        wire.Clock.Advance(TimeSpan.FromSeconds(4));
        var end = (await call.EventAsync<SipCallEvent.Ended>()).End;
        (end.Cause, end.Code).ShouldBe((SipEndCause.TimedOut, 408));
        while (!wire.IsSilent)
        {
            await wire.RequestAsync("INVITE");
        }

        wire.Receive(answers ? invite.Answer(200, Phone.Sdp) : invite.Answer(180));

        await wire.RequestAsync(answers ? "ACK" : "CANCEL");
        if (answers)
        {
            await wire.RequestAsync("BYE");
        }
    }

    [Fact]
    public async Task A_trunk_that_is_heard_in_time_rings_on()
    {
        await using var wire = new Wire();
        var call = await wire.Agent.DialAsync(new()
        {
            Target = SipUri.Parse("sip:bob@192.0.2.99:5062"), From = new(SipUri.Parse("sip:santral@192.0.2.1")), Sdp = Encoding.ASCII.GetBytes(Phone.Sdp),
            TryingWithin = TimeSpan.FromSeconds(4),
        });
        var invite = await wire.RequestAsync("INVITE");
        wire.Receive(invite.Answer(100));
        wire.Receive(invite.Answer(180));
        await call.EventAsync<SipCallEvent.Progress>();

        wire.Clock.Advance(TimeSpan.FromSeconds(10));

        wire.IsSilent.ShouldBeTrue();
        call.IsEnded.ShouldBeFalse();
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(404, 404)]
    [InlineData(0, 0)]
    public async Task A_ping_tells_the_answer_or_that_none_came(int answered, int told)
    {
        await using var wire = new Wire();
        var ping = wire.Agent.PingAsync(SipUri.Parse("sip:192.0.2.99:5062"), new NameAddr(SipUri.Parse("sip:santral@192.0.2.1")), TimeSpan.FromSeconds(4));
        var options = await wire.RequestAsync("OPTIONS");
        if (answered != 0)
        {
            wire.Receive(options.Answer(answered));
        }
        else
        {
            wire.Clock.Advance(TimeSpan.FromSeconds(4));
        }

        (await ping.WaitAsync(Agents.Patience)).ShouldBe(told);
        wire.Clock.Advance(TimeSpan.FromSeconds(60));
        wire.Agent.ActiveTransactions.ShouldBe(0);
    }

    /// <summary>Number 22: a description of 4 kB is one datagram, in pieces on the wire where the wire is narrow.</summary>
    [Fact]
    public async Task A_large_description_arrives_whole_both_ways_over_UDP()
    {
        var large = Encoding.ASCII.GetBytes("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"a=x-filler:{i:0000000000}\r\n")));
        large.Length.ShouldBeGreaterThan(4_000);
        await using var a = await Agents.StartAsync();
        await using var b = await Agents.StartAsync();
        var caller = await a.DialAsync(a.To(b, large));
        var callee = await b.IncomingCalls.NextAsync();
        callee.RemoteSdp.ToArray().ShouldBe(large);
        (await callee.AnswerAsync(large)).ShouldBeTrue();
        (await caller.NextAsync<SipCallEvent.Answered>()).Sdp.ToArray().ShouldBe(large);
        await caller.HangUpAsync();
        (await callee.EndAsync()).Cause.ShouldBe(SipEndCause.HungUp);
    }
}
