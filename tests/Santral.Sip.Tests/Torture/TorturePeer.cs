using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Santral.Sip.Messages;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Torture;

/// <summary>Sends one message over a real socket and tells what came back before the answer of a plain OPTIONS that was sent right behind it.</summary>
internal static partial class TorturePeer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private const string Last = "branch=z9hG4bK-behind";

    /// <summary>
    /// Over UDP answers go to the port in the Via (§18.2.2), mostly 5060: a loopback address of its own has them all free, whatever else runs on this machine.
    /// </summary>
    public static async Task<IReadOnlyList<int>> DatagramAsync(SipUserAgent agent, byte[] message)
    {
        using var source = Bind(out var address);
        using var other = PortOfVia(message) is { } port and not 5060 ? Bind(address, port) : null;
        var target = agent.Endpoints[0].Address;
        await source.SendToAsync(message, target);
        await source.SendToAsync(Behind("UDP"), target);
        var answers = new List<string>();
        var buffer = new byte[65_536];
        do
        {
            var length = await source.ReceiveAsync(buffer.AsMemory()).AsTask().WaitAsync(Patience);
            answers.Add(Encoding.UTF8.GetString(buffer, 0, length));
        }
        while (!answers[^1].Contains(Last, StringComparison.Ordinal));

        // What was sent before the last answer lies in the other socket by now.
        while (other is { Available: > 0 })
        {
            answers.Insert(0, Encoding.UTF8.GetString(buffer, 0, other.Receive(buffer)));
        }

        return [.. answers.SkipLast(1).Select(CodeOf)];
    }

    /// <summary>The answer to a message that has to be waited for: a registration looks up secrets off the receive loop.</summary>
    public static async Task<string> AnswerAsync(SipUserAgent agent, byte[] message)
    {
        using var source = Bind(out var address);
        using var other = PortOfVia(message) is { } port and not 5060 ? Bind(address, port) : null;
        await source.SendToAsync(message, agent.Endpoints[0].Address);
        var buffer = new byte[65_536];
        var length = await (other ?? source).ReceiveAsync(buffer.AsMemory()).AsTask().WaitAsync(Patience);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    public static async Task<(IReadOnlyList<int> Codes, bool Closed)> StreamAsync(SipUserAgent agent, byte[] message)
    {
        using var stream = await ConnectAsync(agent);
        await stream.WriteAsync(message);
        await stream.WriteAsync(Behind("TCP"));
        var (text, closed) = await ReadAsync(stream, Last);
        return ([.. StatusLine().Matches(text).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).SkipLast(closed ? 0 : 1)], closed);
    }

    public static async Task<NetworkStream> ConnectAsync(SipUserAgent agent)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(agent.Endpoints[0].Address);
        return new(socket, ownsSocket: true);
    }

    public static async Task<(string Text, bool Closed)> ReadAsync(NetworkStream stream, string until)
    {
        var text = new StringBuilder();
        var buffer = new byte[8_192];
        try
        {
            while (true)
            {
                var read = await stream.ReadAsync(buffer).AsTask().WaitAsync(Patience);
                if (read == 0)
                {
                    return (text.ToString(), true);
                }

                text.Append(Encoding.UTF8.GetString(buffer, 0, read));
                if (text.ToString().Contains(until, StringComparison.Ordinal) && text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
                {
                    return (text.ToString(), false);
                }
            }
        }
        catch (IOException)
        {
            // Closed with bytes unread: the system says so with a reset.
            return (text.ToString(), true);
        }
    }

    public static int CodeOf(string answer) => int.Parse(StatusLine().Match(answer).Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    private static byte[] Behind(string transport) => Encoding.ASCII.GetBytes(
        $"""
        OPTIONS sip:100@example.com SIP/2.0
        Via: SIP/2.0/{transport} 192.0.2.200;rport;{Last}
        Max-Forwards: 70
        From: <sip:behind@example.com>;tag=behind
        To: <sip:100@example.com>
        Call-ID: behind@example.com
        CSeq: 1 OPTIONS
        Content-Length: 0


        """.ReplaceLineEndings("\r\n"));

    private static int? PortOfVia(byte[] message)
    {
        SipParser.Datagram(message, SipLimits.Default, out var parsed);
        return parsed.Message?.TopVia is { WantsRport: false } via ? via.SentBy.Port : null;
    }

    private static Socket Bind(out IPAddress address)
    {
        while (true)
        {
            address = new IPAddress([127, 44, (byte)Random.Shared.Next(1, 255), (byte)Random.Shared.Next(1, 255)]);
            try
            {
                return Bind(address, 5060);
            }
            catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Somebody else's test has it.
            }
        }
    }

    private static Socket Bind(IPAddress address, int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    [GeneratedRegex(@"^SIP/2\.0 (\d{3}) ", RegexOptions.Multiline)]
    private static partial Regex StatusLine();
}
