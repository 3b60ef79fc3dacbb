using System.Net;
using System.Net.Sockets;
using System.Text;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transports;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Loopback;

/// <summary>Requests too long for a datagram: RFC 3261 §18.1.1.</summary>
public class LongRequestTests
{
    private static readonly byte[] Long = Encoding.ASCII.GetBytes("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n" + new string('a', 1_300));

    [Fact]
    public async Task A_long_invite_goes_by_stream_and_its_Via_says_so()
    {
        await using var ours = await BothAsync();
        await using var theirs = await BothAsync();

        var call = await ours.DialAsync(To(ours, theirs.Endpoints[0].Address, Long));

        var taken = await theirs.IncomingCalls.NextAsync();
        taken.Source.Protocol.ShouldBe(SipProtocol.Tcp);
        Santral.Sip.Grammar.Via.TryParse(Encoding.ASCII.GetBytes(taken.Headers.Text(SipNames.Via)!), out var via).ShouldBeTrue();
        via.Transport.ShouldBe("TCP");
        taken.RemoteSdp.ToArray().ShouldBe(Long);
        (await taken.AnswerAsync(Agents.Answer)).ShouldBeTrue();
        await call.NextAsync<SipCallEvent.Answered>();
        await taken.NextAsync<SipCallEvent.Acked>();
        await call.HangUpAsync();
        (await taken.EndAsync()).ByRemote.ShouldBeTrue();
        ours.Counters[SipCounter.LongByStream].ShouldBe(1);
    }

    [Fact]
    public async Task A_short_invite_stays_a_datagram()
    {
        await using var ours = await BothAsync();
        await using var theirs = await BothAsync();

        await ours.DialAsync(To(ours, theirs.Endpoints[0].Address, Agents.Offer));

        (await theirs.IncomingCalls.NextAsync()).Source.Protocol.ShouldBe(SipProtocol.Udp);
        ours.Counters[SipCounter.LongByStream].ShouldBe(0);
    }

    [Fact]
    public async Task Where_nobody_takes_streams_it_goes_by_datagram_and_the_next_one_at_once()
    {
        await using var ours = await BothAsync();
        await using var theirs = await Agents.StartAsync();
        for (var i = 0; i < 2; i++)
        {
            var call = await ours.DialAsync(To(ours, theirs.Endpoints[0].Address, Long));
            var taken = await theirs.IncomingCalls.NextAsync();
            taken.Source.Protocol.ShouldBe(SipProtocol.Udp);
            Santral.Sip.Grammar.Via.TryParse(Encoding.ASCII.GetBytes(taken.Headers.Text(SipNames.Via)!), out var via).ShouldBeTrue();
            via.Transport.ShouldBe("UDP");
            await taken.RefuseAsync(486);
            (await call.EndAsync()).Code.ShouldBe(486);
        }

        ours.Counters[SipCounter.LongByStream].ShouldBe(1, "the place is known to have no stream");
    }

    [Fact]
    public async Task A_stream_that_is_taken_and_never_answered_costs_two_seconds()
    {
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using var heard = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        BindBoth(silent, heard);
        silent.Listen();
        var clock = new FakeTimeProvider();
        await using var ours = await BothAsync(clock);

        await ours.DialAsync(To(ours, (IPEndPoint)heard.LocalEndPoint!, Long));
        using var stream = await silent.AcceptAsync().WaitAsync(Agents.Patience);
        var buffer = new byte[4_096];
        (await stream.ReceiveAsync(buffer.AsMemory()).AsTask().WaitAsync(Agents.Patience)).ShouldBePositive();
        heard.Available.ShouldBe(0);
        clock.Advance(TimeSpan.FromSeconds(2));

        var length = await heard.ReceiveAsync(buffer.AsMemory()).AsTask().WaitAsync(Agents.Patience);
        Encoding.ASCII.GetString(buffer, 0, length).ShouldStartWith("INVITE ");
    }

    private static DialRequest To(SipUserAgent from, IPEndPoint to, byte[] sdp) => new()
    {
        Target = SipUri.Of("100", to.Address.ToString(), to.Port), From = new(from.Uri("us")), Sdp = sdp,
    };

    /// <summary>An agent with a datagram and a stream listener on one port.</summary>
    private static async Task<SipUserAgent> BothAsync(TimeProvider? clock = null)
    {
        for (var tries = 0; ; tries++)
        {
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            var port = ((IPEndPoint)probe.LocalEndPoint!).Port;
            probe.Close();
            try
            {
                return await Agents.StartAsync(
                    change: o => o with { Listeners = [SipListener.Udp(IPAddress.Loopback, port), SipListener.Tcp(IPAddress.Loopback, port)] }, clock: clock);
            }
            catch (SocketException) when (tries < 20)
            {
                // Somebody else took it meanwhile.
            }
        }
    }

    private static void BindBoth(Socket stream, Socket datagram)
    {
        stream.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        datagram.Bind(stream.LocalEndPoint!);
    }
}
