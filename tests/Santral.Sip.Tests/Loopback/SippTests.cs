using Santral.Sip.Transports;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Loopback;

/// <summary>SIPp's own scenarios against our user agent.</summary>
public class SippTests
{
    [Theory]
    [InlineData(SipProtocol.Udp, "u1")]
    [InlineData(SipProtocol.Tcp, "t1")]
    public async Task Its_basic_caller_gets_every_call_answered(SipProtocol protocol, string mode)
    {
        // The machine may be busy: this is about the messages, admission has tests of its own.
        await using var agent = await Agents.StartAsync(
            protocol, change: o => o with { Admission = new() { QueueAge = TimeSpan.FromSeconds(30) } });
        var answering = AnswerAllAsync(agent);

        var (code, output) = await Sipp.RunAsync(
            $"127.0.0.1:{agent.Endpoints[0].Address.Port}", "-sn", "uac", "-t", mode, "-m", "200", "-r", "200", "-d", "0", "-l", "200");

        code.ShouldBe(0, output);
        agent.ActiveCalls.ShouldBe(0);
        agent.Counters.Malformed.ShouldBe(0);
        agent.Counters[SipCounter.FaultsInApplication].ShouldBe(0);
        await agent.DisposeAsync();
        (await answering).ShouldBe(200);
    }

    private static async Task<int> AnswerAllAsync(SipUserAgent agent)
    {
        var count = 0;
        await foreach (var call in agent.IncomingCalls.ReadAllAsync())
        {
            await call.RingAsync();
            await call.AnswerAsync(Agents.Answer);
            count++;
        }

        return count;
    }
}
