using Santral.Sip.Transports;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Loopback;

/// <summary>Two of our user agents over real sockets.</summary>
public class BasicCallTests
{
    [Theory]
    [InlineData(SipProtocol.Udp, false)]
    [InlineData(SipProtocol.Udp, true)]
    [InlineData(SipProtocol.Tcp, false)]
    [InlineData(SipProtocol.Tcp, true)]
    public async Task A_call_rings_is_answered_and_the_caller_hangs_up(SipProtocol protocol, bool v6)
    {
        await using var a = await Agents.StartAsync(protocol, v6);
        await using var b = await Agents.StartAsync(protocol, v6);

        var caller = await a.DialAsync(a.To(b));
        var callee = await b.IncomingCalls.NextAsync();
        callee.RequestUser.ShouldBe("100");
        callee.Caller.ShouldBe(new("+905321112233", "Ayşe", false));
        callee.RemoteSdp.ToArray().ShouldBe(Agents.Offer);
        callee.Source.Protocol.ShouldBe(protocol);

        (await callee.RingAsync()).ShouldBeTrue();
        (await caller.NextAsync<SipCallEvent.Progress>()).Code.ShouldBe(180);
        (await callee.AnswerAsync(Agents.Answer)).ShouldBeTrue();
        (await caller.NextAsync<SipCallEvent.Answered>()).Sdp.ToArray().ShouldBe(Agents.Answer);
        await callee.NextAsync<SipCallEvent.Acked>();

        (await caller.HangUpAsync("Q.850;cause=16")).ShouldBeTrue();
        var end = await callee.EndAsync();
        end.ShouldSatisfyAllConditions(
            () => end.Cause.ShouldBe(SipEndCause.HungUp), () => end.ByRemote.ShouldBeTrue(), () => end.Reason.ShouldBe("Q.850;cause=16"));
        (await caller.EndAsync()).ByRemote.ShouldBeFalse();
        a.ActiveCalls.ShouldBe(0);
        b.ActiveCalls.ShouldBe(0);
        (await caller.HangUpAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task The_callee_hangs_up()
    {
        await using var a = await Agents.StartAsync();
        await using var b = await Agents.StartAsync();
        var (caller, callee) = await Agents.TalkAsync(a, b);

        await callee.HangUpAsync();

        var end = await caller.EndAsync();
        end.Cause.ShouldBe(SipEndCause.HungUp);
        end.ByRemote.ShouldBeTrue();
    }
}
