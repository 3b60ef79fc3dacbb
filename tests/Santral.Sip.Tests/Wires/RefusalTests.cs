using Santral.Sip.Messages;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Wires;

/// <summary>What is refused before it becomes work, and with which answer.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData("SUBSCRIBE", 405)]
    [InlineData("FROBNICATE", 501)]
    [InlineData("BYE", 481)]
    [InlineData("UPDATE", 481)]
    [InlineData("REFER", 481)]
    [InlineData("OPTIONS", 200)]
    public async Task A_method_outside_a_dialog_has_its_answer(string method, int code)
    {
        await using var wire = new Wire();
        wire.Receive(Phone.Invite(method: method, body: ""));
        var answer = await wire.ResponseAsync(code);
        answer.To!.Tag.ShouldNotBeNull();
        if (code is 200 or 405 or 501)
        {
            answer.Headers.ListHas(SipNames.Allow, "INVITE").ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_stateless_refusal_is_the_same_each_time()
    {
        await using var wire = new Wire();
        wire.Receive(Phone.Invite(extra: "Require: magic\r\n"));
        wire.Receive(Phone.Invite(extra: "Require: magic\r\n"));
        var first = await wire.ResponseAsync(420);
        first.Headers.Text(SipNames.Unsupported).ShouldBe("magic");
        (await wire.ResponseAsync(420)).ToBytes().ShouldBe(first.ToBytes());
        wire.Agent.ActiveTransactions.ShouldBe(0);
    }

    [Fact]
    public async Task Answers_go_to_the_port_of_the_sender_only_when_it_asks()
    {
        await using var wire = new Wire();
        wire.Receive(Phone.Invite(method: "OPTIONS", body: "").Replace("192.0.2.99:5062;branch", "10.0.0.1:5999;branch", StringComparison.Ordinal));
        var plain = await wire.ResponseAsync(200);
        wire.LastRemote!.ToString().ShouldBe("192.0.2.99:5999");
        plain.TopVia!.Received.ShouldBe("192.0.2.99");
        wire.Receive(Phone.Invite(branch: "b", cseq: 2, method: "OPTIONS", body: "").Replace("192.0.2.99:5062;branch", "10.0.0.1:5999;rport;branch", StringComparison.Ordinal));
        (await wire.ResponseAsync(200)).TopVia!.Rport.ShouldBe(5062);
        wire.LastRemote!.ShouldBe(Wire.There);
    }

    [Theory]
    [InlineData("192.0.2.1", 0, 200)]
    [InlineData("pbx.example.com", 70, 200)]
    [InlineData("elsewhere.example.com", 70, 404)]
    [InlineData("elsewhere.example.com", 0, 483)]
    public async Task A_request_for_another_host_is_not_ours(string host, int hops, int code)
    {
        await using var wire = new Wire(o => o with { OwnHosts = ["PBX.example.com"] });
        wire.Receive(Phone.Invite(method: "OPTIONS", body: "").Replace("sip:100@192.0.2.1 SIP", $"sip:100@{host} SIP", StringComparison.Ordinal)
            .Replace("Max-Forwards: 70", $"Max-Forwards: {hops}", StringComparison.Ordinal));
        await wire.ResponseAsync(code);
    }

    [Fact]
    public async Task A_phone_behind_NAT_is_reached_by_the_flow_it_came_from()
    {
        await using var wire = new Wire();
        wire.Receive(Phone.Invite().Replace("@192.0.2.99:5062>", "@10.0.0.7:5060>", StringComparison.Ordinal));
        await wire.ResponseAsync(100);
        var call = await wire.Agent.IncomingCalls.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        await call.AnswerAsync(System.Text.Encoding.ASCII.GetBytes(Phone.Sdp));
        wire.Receive(Phone.Within(await wire.ResponseAsync(200), "ACK", 1, "ack"));
        await call.EventAsync<SipCallEvent.Acked>();
        await call.HangUpAsync();
        (await wire.RequestAsync("BYE")).Uri.Host.ShouldBe("10.0.0.7");
        wire.LastRemote.ShouldBe(Wire.There);
    }

    [Fact]
    public async Task More_calls_than_allowed_get_503_and_when_to_come_back()
    {
        await using var wire = new Wire(o => o with { Admission = new() { ConcurrentCalls = 1 } });
        var call = await wire.CallAsync();
        wire.Receive(Second());
        (await wire.ResponseAsync(503)).Headers.Text(SipNames.RetryAfter).ShouldBe("5");
        wire.Agent.Counters[SipCounter.RefusedByAdmission].ShouldBe(1);
        await call.RefuseAsync(486);
        await wire.ResponseAsync(486);

        // A late repeat of the refused one is refused again although there is room now.
        wire.Receive(Second());
        await wire.ResponseAsync(503);
        wire.Receive(Second("third"));
        await wire.ResponseAsync(100);
    }

    [Fact]
    public async Task An_application_that_is_behind_gets_no_more_calls()
    {
        await using var wire = new Wire();
        wire.Receive(Phone.Invite());
        await wire.ResponseAsync(100);
        wire.Clock.Advance(TimeSpan.FromMilliseconds(501));
        wire.Receive(Second());
        await wire.ResponseAsync(503);
        await wire.Agent.IncomingCalls.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        wire.Receive(Second("third"));
        await wire.ResponseAsync(100);
    }

    [Theory]
    [InlineData("m", SipFaultWhy.MessageTooLong)]
    [InlineData("l", SipFaultWhy.LineTooLong)]
    [InlineData("h", SipFaultWhy.TooManyHeaders)]
    [InlineData("u", SipFaultWhy.UriTooLong)]
    [InlineData("b", SipFaultWhy.BodyTooLong)]
    [InlineData("p", SipFaultWhy.Via)]
    [InlineData("q", SipFaultWhy.RequestUri)]
    public void Every_limit_is_kept(string what, SipFaultWhy why)
    {
        var limits = new SipLimits { HeaderBytes = 6_000, LineBytes = 1_500, HeaderCount = 40, UriBytes = 200, BodyBytes = 500 };
        var text = what switch
        {
            "m" => Phone.Invite(extra: string.Concat(Enumerable.Repeat("X: " + new string('x', 1_000) + "\r\n", 7))),
            "l" => Phone.Invite(extra: "X: " + new string('x', 1_500) + "\r\n"),
            "h" => Phone.Invite(extra: string.Concat(Enumerable.Repeat("X: y\r\n", 40))),
            "u" => Phone.Invite().Replace("sip:100@192.0.2.1 SIP", $"sip:{new string('1', 200)}@192.0.2.1 SIP", StringComparison.Ordinal),
            "b" => Phone.Invite(body: new string('b', 501)),
            "p" => Phone.Invite(branch: "x" + string.Concat(Enumerable.Repeat(";a", 40))),
            _ => Phone.Invite().Replace("sip:100@192.0.2.1 SIP", $"sip:100@192.0.2.1{string.Concat(Enumerable.Repeat(";a", 40))} SIP", StringComparison.Ordinal),
        };
        SipParser.Datagram(System.Text.Encoding.ASCII.GetBytes(text.ReplaceLineEndings("\r\n")), limits, out var parsed).ShouldBe(ParseStatus.Bad);
        parsed.Fault.Why.ShouldBe(why);
    }

    [Fact]
    public async Task A_policy_that_throws_ends_the_call_and_nothing_escapes()
    {
        await using var wire = new Wire(o => o with { AuthorizeInvite = new Throws() });
        wire.Receive(Phone.Invite());
        await wire.ResponseAsync(100);
        await wire.ResponseAsync(500);
        wire.Agent.Counters[SipCounter.FaultsInApplication].ShouldBe(1);
        wire.Agent.ActiveCalls.ShouldBe(0);
    }

    private static string Second(string name = "second") => Phone.Invite(branch: name).Replace("call-1@", name + "@", StringComparison.Ordinal);

    private sealed class Throws : IAuthorizeInvite
    {
        public InviteVerdict Decide(InviteFacts invite) => throw new InvalidOperationException("no policy");
    }
}
