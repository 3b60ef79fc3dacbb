using System.Text;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Wires;

/// <summary>Session timers that change, fail or are absurd: RFC 4028.</summary>
public class SessionTimerTests
{
    private static readonly byte[] OurSdp = Encoding.ASCII.GetBytes(Phone.Sdp);

    [Theory]
    [InlineData("UPDATE")]
    [InlineData("INVITE")]
    public async Task A_refresh_without_an_interval_ends_the_timer(string method)
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync("Supported: timer\r\nSession-Expires: 120;refresher=uac\r\n");
        wire.Receive(Phone.Within(ok, method, 2, "refresh", method == "INVITE" ? Phone.Sdp : null));
        if (method == "INVITE")
        {
            await wire.ResponseAsync(100);
            await (await call.EventAsync<SipCallEvent.Reinvited>()).Offer.AcceptAsync(OurSdp);
        }

        (await wire.ResponseAsync(200)).Headers.Has(SipNames.SessionExpires).ShouldBeFalse();
        if (method == "INVITE")
        {
            wire.Receive(Phone.Within(ok, "ACK", 2, "ack2"));
            await call.EventAsync<SipCallEvent.Acked>();
        }

        wire.Clock.Advance(TimeSpan.FromMinutes(5));
        await call.IdleAsync();
        call.IsEnded.ShouldBeFalse();
        wire.IsSilent.ShouldBeTrue();
    }

    [Theory]
    [InlineData("UPDATE", 500)]
    [InlineData("INVITE", 488)]
    public async Task A_refused_refresh_is_tried_again(string method, int code)
    {
        await using var wire = new Wire();
        var call = await DialAsync(wire, method);
        wire.Clock.Advance(TimeSpan.FromSeconds(100));
        wire.Receive((await wire.RequestAsync(method)).Answer(code));
        if (method == "INVITE")
        {
            await wire.RequestAsync("ACK");
        }

        await call.IdleAsync();
        wire.Clock.Advance(TimeSpan.FromSeconds(5));
        var again = await wire.RequestAsync(method);
        wire.Receive(again.Answer(200, method == "INVITE" ? Phone.Sdp : null, extra: "Session-Expires: 200;refresher=uac"));
        if (method == "INVITE")
        {
            await wire.RequestAsync("ACK");
        }

        await call.IdleAsync();
        wire.Clock.Advance(TimeSpan.FromSeconds(99));
        await call.IdleAsync();
        call.IsEnded.ShouldBeFalse();
    }

    [Fact]
    public async Task A_session_that_cannot_be_refreshed_is_hung_up_before_it_expires()
    {
        await using var wire = new Wire();
        var call = await DialAsync(wire, "INVITE");
        wire.Clock.Advance(TimeSpan.FromSeconds(100));

        // 100 and then nothing: no timer of the transaction would ever end this.
        var refresh = await wire.RequestAsync("INVITE");
        wire.Receive(refresh.Answer(100));
        await call.IdleAsync();
        wire.Clock.Advance(TimeSpan.FromSeconds(68));
        var bye = await wire.RequestAsync("BYE");
        wire.Receive(bye.Answer(200));
        (await call.EventAsync<SipCallEvent.Ended>()).End.Cause.ShouldBe(SipEndCause.SessionExpired);
        wire.Clock.Advance(2 * SipTimers.Default.GiveUp);
        wire.Agent.ActiveTransactions.ShouldBe(0);
    }

    [Fact]
    public async Task A_least_interval_above_the_asked_one_does_not_count()
    {
        await using var wire = new Wire();
        var call = await wire.CallAsync("Supported: timer\r\nSession-Expires: 120;refresher=uac\r\nMin-SE: 4294967295\r\n");
        await call.AnswerAsync(OurSdp);
        (await wire.ResponseAsync(200)).Headers.Text(SipNames.SessionExpires).ShouldBe("120;refresher=uac");
    }

    [Fact]
    public void A_timer_of_a_hundred_years_does_not_break_the_others()
    {
        // The system's timers take 49 days at most.
        var clock = new ShortTimers();
        using var queue = new TimerQueue(clock);
        queue.Set(TimeSpan.FromDays(36_500), () => throw new ShouldAssertException("too early"));
        var ran = false;
        queue.Set(TimeSpan.FromHours(3), () => ran = true);
        clock.Inner.Advance(TimeSpan.FromHours(3));
        ran.ShouldBeTrue();
        clock.Inner.Advance(TimeSpan.FromHours(3));
    }

    private static async Task<OutgoingCall> DialAsync(Wire wire, string refreshBy)
    {
        var call = await wire.DialAsync();
        var ok = (await wire.RequestAsync("INVITE")).Answer(200, Phone.Sdp, extra: "Session-Expires: 200;refresher=uac");
        ok.Headers.Add(SipNames.Allow, refreshBy == "UPDATE" ? "INVITE, UPDATE" : "INVITE");
        wire.Receive(ok);
        await wire.RequestAsync("ACK");
        await call.EventAsync<SipCallEvent.Answered>();
        return call;
    }

    /// <summary>Refuses what <see cref="Timer"/> refuses.</summary>
    private sealed class ShortTimers : TimeProvider
    {
        public FakeTimeProvider Inner { get; } = new();

        public override long TimestampFrequency => Inner.TimestampFrequency;

        public override long GetTimestamp() => Inner.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
            => new Limited(Inner.CreateTimer(callback, state, dueTime, period));

        private sealed class Limited(ITimer timer) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThan(dueTime.TotalMilliseconds, uint.MaxValue - 1.0, nameof(dueTime));
                return timer.Change(dueTime, period);
            }

            public void Dispose() => timer.Dispose();

            public ValueTask DisposeAsync() => timer.DisposeAsync();
        }
    }
}
