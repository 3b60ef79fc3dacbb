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

    [Theory]
    [InlineData(SipProtocol.Udp)]
    [InlineData(SipProtocol.Tcp)]
    public async Task Either_side_may_change_the_session(SipProtocol protocol)
    {
        await using var a = await Agents.StartAsync(protocol);
        await using var b = await Agents.StartAsync(protocol);
        var (caller, callee) = await Agents.TalkAsync(a, b);
        foreach (var (asks, answers) in new (SipCall, SipCall)[] { (caller, callee), (callee, caller) })
        {
            var hold = Agents.Sdp("hold");
            var change = asks.ReinviteAsync(hold);
            var offer = (await answers.NextAsync<SipCallEvent.Reinvited>()).Offer;
            offer.Sdp.ToArray().ShouldBe(hold);
            await offer.AcceptAsync(Agents.Answer);
            (await change).Sdp.ToArray().ShouldBe(Agents.Answer);
            await answers.NextAsync<SipCallEvent.Acked>();

            var refused = asks.UpdateAsync(hold);
            await (await answers.NextAsync<SipCallEvent.Reinvited>()).Offer.RefuseAsync(488);
            (await refused).Code.ShouldBe(488);
        }

        (await caller.SendInfoAsync("application/dtmf-relay", "Signal=7"u8.ToArray())).ShouldBeTrue();
        (await callee.NextAsync<SipCallEvent.Dtmf>()).Digit.ShouldBe('7');
    }

    [Fact]
    public async Task A_caller_who_gives_up_ends_both_sides()
    {
        await using var a = await Agents.StartAsync();
        await using var b = await Agents.StartAsync();
        var caller = await a.DialAsync(a.To(b));
        var callee = await b.IncomingCalls.NextAsync();
        await callee.RingAsync();
        await caller.NextAsync<SipCallEvent.Progress>();
        await caller.HangUpAsync();
        await callee.NextAsync<SipCallEvent.Cancelled>();
        (await callee.EndAsync()).Cause.ShouldBe(SipEndCause.Cancelled);
        (await caller.EndAsync()).Cause.ShouldBe(SipEndCause.Cancelled);
    }

    [Fact]
    public async Task Answer_and_cancel_at_once_leave_no_call_behind()
    {
        await using var a = await Agents.StartAsync();
        await using var b = await Agents.StartAsync();
        for (var i = 0; i < 50; i++)
        {
            var caller = await a.DialAsync(a.To(b));
            var callee = await b.IncomingCalls.NextAsync();
            await callee.RingAsync();
            await caller.NextAsync<SipCallEvent.Progress>();
            await Task.WhenAll(callee.AnswerAsync(Agents.Answer), caller.HangUpAsync());
            await caller.EndAsync();
            await callee.EndAsync();
        }

        a.ActiveCalls.ShouldBe(0);
        b.ActiveCalls.ShouldBe(0);
    }

    [Fact]
    public async Task Shutting_down_hangs_up_what_is_open()
    {
        await using var a = await Agents.StartAsync();
        var b = await Agents.StartAsync();
        var (caller, _) = await Agents.TalkAsync(a, b);
        await b.DisposeAsync();
        (await caller.EndAsync()).Cause.ShouldBe(SipEndCause.HungUp);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_refused_and_nothing_stays_bound()
    {
        await using var a = await Agents.StartAsync();
        var taken = a.Endpoints[0];
        await using var b = new SipUserAgent(
            new() { Listeners = [new(SipProtocol.Tcp, new(System.Net.IPAddress.Loopback, 0)), new(SipProtocol.Udp, taken.Address)] },
            TimeProvider.System, new SystemRandomBytes());
        await Should.ThrowAsync<System.Net.Sockets.SocketException>(() => b.StartAsync());
        b.Endpoints.ShouldBeEmpty();
    }
}
