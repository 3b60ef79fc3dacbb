using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

// Junk at the telephone's ports: RATE datagrams a second for SECONDS, paced by absolute deadlines. Four parts SIP (noise, mutated INVITEs, REGISTERs without
// proof, answers to nothing), one part RTP, RTCP, STUN and DTLS rubbish at the audio ports. Says how many really went out.
var (sip, firstRtp, rate, seconds) = (Number(0), Number(1), Number(2), Number(3));
var chance = new Random(4475);
using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { SendBufferSize = 4 * 1024 * 1024 };
socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
var samples = Enumerable.Range(0, 4_000).Select(i => Sample(i, chance)).ToArray();
var target = new IPEndPoint(IPAddress.Loopback, sip).Serialize();
var audio = Enumerable.Range(firstRtp, 200).Select(port => new IPEndPoint(IPAddress.Loopback, port).Serialize()).ToArray();
var (sent, failed) = (0L, 0L);
var began = Stopwatch.GetTimestamp();
var slots = seconds * 1_000;
for (var slot = 0; slot < slots; slot++)
{
    for (var i = 0; i < rate / 1_000; i++)
    {
        var sample = samples[chance.Next(samples.Length)];
        try
        {
            socket.SendTo(sample.Bytes, SocketFlags.None, sample.IsAudio ? audio[chance.Next(audio.Length)] : target);
            sent++;
        }
        catch (SocketException)
        {
            failed++;
        }
    }

    var due = TimeSpan.FromMilliseconds(slot + 1) - Stopwatch.GetElapsedTime(began);
    if (due > TimeSpan.Zero)
    {
        Thread.Sleep(due);
    }
}

var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{sent} {failed} {sent / took:F0}"));

int Number(int at) => int.Parse(args[at], CultureInfo.InvariantCulture);

static (byte[] Bytes, bool IsAudio) Sample(int number, Random chance)
{
    var method = number % 5 == 3 ? "REGISTER" : "INVITE";
    var text = number % 5 == 4
        ? $"SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bKx{number}\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:c@d>;tag=2\r\nCall-ID: {number}\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n"
        : $"{method} sip:100@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bK{number}\r\nMax-Forwards: 70\r\nFrom: <sip:a@b>;tag={number}\r\nTo: <sip:100@127.0.0.1>\r\nCall-ID: junk-{number}\r\nCSeq: 1 {method}\r\nContact: <sip:a@127.0.0.1>\r\nContent-Length: 0\r\n\r\n";
    var bytes = Encoding.ASCII.GetBytes(text);
    switch (number % 5)
    {
        case 0:
            bytes = new byte[chance.Next(1, 1_200)];
            chance.NextBytes(bytes);
            break;
        case 1:
            // Broken on purpose, so that none of them is a call.
            bytes[chance.Next(8, 30)] = (byte)chance.Next(256);
            Encoding.ASCII.GetBytes("CSeq: x").CopyTo(bytes, text.IndexOf("CSeq: 1", StringComparison.Ordinal));
            break;
        case 2:
            bytes = new byte[chance.Next(12, 400)];
            chance.NextBytes(bytes);
            bytes[0] = (byte)new[] { 0x80, 0x90, 0x00, 0x16 }[chance.Next(4)];
            return (bytes, true);
    }

    return (bytes, false);
}
