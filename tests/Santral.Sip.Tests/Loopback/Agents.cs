using System.Net;
using System.Text;
using System.Threading.Channels;
using Santral.Sip.Grammar;
using Santral.Sip.Transports;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Loopback;

/// <summary>User agents on the loopback interface, ports chosen by the system.</summary>
internal static class Agents
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static readonly byte[] Offer = Sdp("offer");
    public static readonly byte[] Answer = Sdp("answer");

    public static byte[] Sdp(string name) => Encoding.ASCII.GetBytes($"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns={name}\r\nt=0 0\r\n");

    public static async Task<SipUserAgent> StartAsync(
        SipProtocol protocol = SipProtocol.Udp, bool v6 = false, Func<SipOptions, SipOptions>? change = null, TimeProvider? clock = null)
    {
        var options = new SipOptions { Listeners = [new(protocol, new(v6 ? IPAddress.IPv6Loopback : IPAddress.Loopback, 0))] };
        var agent = new SipUserAgent(change?.Invoke(options) ?? options, clock ?? TimeProvider.System, new SystemRandomBytes());
        await agent.StartAsync();
        return agent;
    }

    public static SipUri Uri(this SipUserAgent agent, string user)
    {
        var endpoint = agent.Endpoints[0];
        var uri = SipUri.Of(user, HostPort.HostOf(endpoint.Address.Address), endpoint.Address.Port);
        return endpoint.Protocol == SipProtocol.Udp ? uri : uri with { Parameters = SipParameters.Of(new SipParameter("transport", "tcp")) };
    }

    public static DialRequest To(this SipUserAgent from, SipUserAgent to, byte[]? sdp = null, string user = "100") => new()
    {
        Target = to.Uri(user),
        From = new("Ayşe", from.Uri("+905321112233") with { Parameters = SipParameters.Empty }, SipParameters.Empty),
        Sdp = sdp ?? Offer,
    };

    public static async Task<T> NextAsync<T>(this ChannelReader<T> reader) => await reader.ReadAsync().AsTask().WaitAsync(Patience);

    public static async Task<T> NextAsync<T>(this SipCall call)
        where T : SipCallEvent => (await call.Events.NextAsync()).ShouldBeOfType<T>();

    public static async Task<SipEnd> EndAsync(this SipCall call)
    {
        while (true)
        {
            if (await call.Events.NextAsync() is SipCallEvent.Ended ended)
            {
                return ended.End;
            }
        }
    }

    /// <summary>An answered call: both sides confirmed.</summary>
    public static async Task<(OutgoingCall Caller, IncomingCall Callee)> TalkAsync(SipUserAgent a, SipUserAgent b)
    {
        var caller = await a.DialAsync(a.To(b));
        var callee = await b.IncomingCalls.NextAsync();
        (await callee.AnswerAsync(Answer)).ShouldBeTrue();
        await caller.NextAsync<SipCallEvent.Answered>();
        await callee.NextAsync<SipCallEvent.Acked>();
        return (caller, callee);
    }
}
