using System.Text;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Wires;

/// <summary>A telephone takes the place of another in a call: RFC 3891.</summary>
public class ReplacesTests
{
    private const string Second = "z9hG4bK-second";

    [Fact]
    public async Task An_invite_that_names_an_answered_call_comes_with_it()
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync();

        wire.Receive(Invite($"call-1@192.0.2.99;to-tag={ok.To!.Tag};from-tag=phone"));

        await wire.ResponseAsync(100);
        var next = await wire.Agent.IncomingCalls.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        next.Replaces.ShouldBeSameAs(call);
        (await next.AnswerAsync(Encoding.ASCII.GetBytes(Phone.Sdp))).ShouldBeTrue();
        await wire.ResponseAsync(200);
        (await call.HangUpAsync("SIP;cause=200")).ShouldBeTrue();
        (await wire.RequestAsync("BYE")).CallId.ShouldBe("call-1@192.0.2.99");
        next.IsEnded.ShouldBeFalse();
    }

    [Fact]
    public async Task Our_own_call_is_named_by_our_tag_too()
    {
        await using var wire = new Wire();
        var call = await wire.DialAsync();
        var invite = await wire.RequestAsync("INVITE");
        wire.Receive(invite.Answer(200, Phone.Sdp));
        await wire.RequestAsync("ACK");
        await call.EventAsync<SipCallEvent.Answered>();

        wire.Receive(Invite($"{invite.CallId};from-tag=bob;to-tag={invite.From!.Tag}"));

        await wire.ResponseAsync(100);
        (await wire.Agent.IncomingCalls.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20))).Replaces.ShouldBeSameAs(call);
    }

    [Theory]
    [InlineData("call-1@192.0.2.99;to-tag={0};from-tag=other", 481)]
    [InlineData("call-1@192.0.2.99;to-tag=other;from-tag=phone", 481)]
    [InlineData("other@192.0.2.99;to-tag={0};from-tag=phone", 481)]
    [InlineData("call-1@192.0.2.99;to-tag={0};from-tag=phone;early-only", 486)]
    [InlineData("call-1@192.0.2.99;to-tag={0}", 400)]
    [InlineData("call-1@192.0.2.99;from-tag=phone", 400)]
    [InlineData("call-1@192.0.2.99;to-tag={0};to-tag=x;from-tag=phone", 400)]
    [InlineData(";to-tag={0};from-tag=phone", 400)]
    [InlineData("call-1@192.0.2.99;to-tag={0};from-tag=phone\r\nReplaces: call-1@192.0.2.99;to-tag={0};from-tag=phone", 400)]
    public async Task What_names_no_call_or_names_it_wrongly_is_refused(string replaces, int code)
    {
        await using var wire = new Wire();
        var (call, ok) = await wire.TalkAsync();

        wire.Receive(Invite(string.Format(null, replaces, ok.To!.Tag)));

        await wire.ResponseAsync(code);
        wire.Agent.IncomingCalls.TryRead(out _).ShouldBeFalse();
        (call.IsTalking, wire.Agent.ActiveCalls).ShouldBe((true, 1));
    }

    [Fact]
    public async Task A_call_that_still_rings_here_is_nobodys_to_take()
    {
        await using var wire = new Wire();
        var call = await wire.CallAsync();
        (await call.RingAsync()).ShouldBeTrue();
        var ringing = await wire.ResponseAsync(180);

        wire.Receive(Invite($"call-1@192.0.2.99;to-tag={ringing.To!.Tag};from-tag=phone"));

        await wire.ResponseAsync(481);
        call.IsEnded.ShouldBeFalse();
    }

    [Fact]
    public async Task The_policy_is_told_which_call_it_is_and_may_refuse()
    {
        var policy = new Policy();
        await using var wire = new Wire(o => o with { AuthorizeInvite = policy });
        var (call, ok) = await wire.TalkAsync();

        wire.Receive(Invite($"call-1@192.0.2.99;to-tag={ok.To!.Tag};from-tag=phone"));

        await wire.ResponseAsync(100);
        await wire.ResponseAsync(403);
        policy.Asked.ShouldBeSameAs(call);
        call.IsTalking.ShouldBeTrue();
    }

    private static string Invite(string replaces) => Phone.Invite(extra: $"Require: replaces\r\nReplaces: {replaces}\r\n")
        .Replace("z9hG4bK-one", Second, StringComparison.Ordinal)
        .Replace("Call-ID: call-1@192.0.2.99", "Call-ID: call-2@192.0.2.99", StringComparison.Ordinal);

    private sealed class Policy : IAuthorizeInvite
    {
        public SipCall? Asked { get; private set; }

        public InviteVerdict Decide(InviteFacts invite)
        {
            Asked = invite.Replaces;
            return invite.Replaces is null ? InviteVerdict.Accept : InviteVerdict.Refuse(403);
        }
    }
}
