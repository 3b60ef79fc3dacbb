using System.Net;
using System.Net.Sockets;
using System.Text;
using Santral.Sip.Messages;
using Santral.Sip.Tests.Wires;
using Santral.Sip.Transports;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Loopback;

/// <summary>What a stream may bring: pieces, keep-alives, nonsense.</summary>
public class StreamTests
{
    [Fact]
    public async Task A_message_in_single_bytes_is_one_message()
    {
        await using var agent = await Agents.StartAsync(SipProtocol.Tcp);
        using var stream = await ConnectAsync(agent);
        foreach (var b in Encoding.ASCII.GetBytes(Options("a")))
        {
            await stream.WriteAsync(new[] { b });
        }

        (await ReadAsync(stream)).ShouldStartWith("SIP/2.0 200 OK\r\n");
    }

    [Fact]
    public async Task Two_messages_in_one_piece_are_two_and_a_double_line_end_is_answered()
    {
        await using var agent = await Agents.StartAsync(SipProtocol.Tcp);
        using var stream = await ConnectAsync(agent);
        await stream.WriteAsync(Encoding.ASCII.GetBytes("\r\n\r\n"));
        (await ReadAsync(stream, 2)).ShouldBe("\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Options("a") + Options("b")));
        var both = await ReadAsync(stream, until: "branch=z9hG4bK-b");
        both.ShouldContain("branch=z9hG4bK-a");
        agent.Counters[SipCounter.KeepAlive].ShouldBe(1);
    }

    [Fact]
    public async Task A_stream_whose_borders_are_lost_is_answered_and_closed()
    {
        await using var agent = await Agents.StartAsync(SipProtocol.Tcp);
        using var stream = await ConnectAsync(agent);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Options("a").Replace("Content-Length: 0", "Content-Length: -5", StringComparison.Ordinal)));
        var all = await ReadToEndAsync(stream);
        all.ShouldStartWith("SIP/2.0 400 Bad Content-Length");
    }

    [Fact]
    public async Task A_bad_message_between_two_good_ones_costs_only_itself()
    {
        await using var agent = await Agents.StartAsync(SipProtocol.Tcp);
        using var stream = await ConnectAsync(agent);
        var bad = Options("bad").Replace("CSeq: 1 OPTIONS", "CSeq: x OPTIONS", StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Options("a") + bad + Options("b")));
        var all = await ReadAsync(stream, until: "branch=z9hG4bK-b");
        all.ShouldContain("SIP/2.0 400 Bad CSeq");
        agent.Counters[SipFaultWhy.CSeq].ShouldBe(1);
    }

    [Fact]
    public async Task A_stream_that_never_ends_a_line_is_closed()
    {
        await using var agent = await Agents.StartAsync(SipProtocol.Tcp);
        using var stream = await ConnectAsync(agent);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(new string('x', 70_000)));
        (await ReadToEndAsync(stream)).ShouldBe("");
        agent.Counters.Malformed.ShouldBe(1);
    }

    [Fact]
    public async Task One_address_may_open_only_so_many_streams()
    {
        await using var agent = await Agents.StartAsync(SipProtocol.Tcp, change: o => o with { Limits = new() { ConnectionsPerAddress = 1 } });
        using var first = await ConnectAsync(agent);
        await first.WriteAsync(Encoding.ASCII.GetBytes(Options("a")));
        await ReadAsync(first, until: "\r\n\r\n");
        using var second = await ConnectAsync(agent);
        (await ReadToEndAsync(second)).ShouldBe("");
        agent.Counters[SipCounter.ConnectionsRefused].ShouldBe(1);
    }

    [Fact]
    public async Task A_peer_that_refuses_the_connection_ends_the_call_at_once()
    {
        await using var agent = await Agents.StartAsync(SipProtocol.Tcp);
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)closed.LocalEndPoint!).Port;
        var call = await agent.DialAsync(new()
        {
            Target = Santral.Sip.Grammar.SipUri.Parse($"sip:x@127.0.0.1:{port};transport=tcp"), From = new(agent.Uri("me")), Sdp = Agents.Offer,
        });
        (await call.EndAsync()).Cause.ShouldBe(SipEndCause.TransportFailed);
    }

    [Fact]
    public async Task Garbage_datagrams_leave_the_agent_alive()
    {
        await using var agent = await Agents.StartAsync();
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var random = new Random(4);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(1, 1_500)];
            random.NextBytes(bytes);
            await socket.SendAsync(bytes, agent.Endpoints[0].Address);
        }

        await socket.SendAsync(Encoding.ASCII.GetBytes(Options("alive").Replace("/TCP", "/UDP", StringComparison.Ordinal)), agent.Endpoints[0].Address);
        var answer = await socket.ReceiveAsync().WaitAsync(Agents.Patience);
        Encoding.ASCII.GetString(answer.Buffer).ShouldStartWith("SIP/2.0 200 OK");
    }

    private static string Options(string branch) => Phone.Invite(branch: branch, method: "OPTIONS", body: "").ReplaceLineEndings("\r\n")
        .Replace("SIP/2.0/UDP 192.0.2.99:5062;", "SIP/2.0/TCP 192.0.2.99:5062;rport;", StringComparison.Ordinal);

    private static async Task<NetworkStream> ConnectAsync(SipUserAgent agent)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(agent.Endpoints[0].Address);
        return new(socket, ownsSocket: true);
    }

    private static async Task<string> ReadAsync(NetworkStream stream, int least = 1, string until = "")
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (text.Length < least || !text.ToString().Contains(until, StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer).AsTask().WaitAsync(Agents.Patience);
            read.ShouldNotBe(0, text.ToString());
            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    private static async Task<string> ReadToEndAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer).AsTask().WaitAsync(Agents.Patience) is > 0 and var read)
            {
                text.Append(Encoding.ASCII.GetString(buffer, 0, read));
            }
        }
        catch (IOException)
        {
            // Closed with unread bytes: the system says so with a reset.
        }

        return text.ToString();
    }
}
