using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Santral.Media.Native;
using Santral.Media.Rtp;
using Santral.Testing;

namespace Santral.Media.Tests.Engine;

/// <summary>
/// Many calls at once, prompt out and voice in. Run on demand for the figures of docs/wire/media.md:
/// <c>SANTRAL_LOAD_CALLS=300 … --explicit only</c>.
/// </summary>
public sealed class LoadTests(ITestOutputHelper output)
{
    [Fact(Explicit = true)]
    public async Task Prompts_go_out_and_voices_come_in_for_many_calls()
    {
        var calls = int.Parse(Environment.GetEnvironmentVariable("SANTRAL_LOAD_CALLS") ?? "300", System.Globalization.CultureInfo.InvariantCulture);
        var seconds = int.Parse(Environment.GetEnvironmentVariable("SANTRAL_LOAD_SECONDS") ?? "15", System.Globalization.CultureInfo.InvariantCulture);
        await using var fixture = new EngineFixture(o => o with { TryRealTime = true });
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = 16 << 20, SendBufferSize = 16 << 20 };
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        var offer = $"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio {port} RTP/AVP 8 101\r\na=rtpmap:101 telephone-event/8000\r\n";
        var prompt = Path.Combine(Path.GetTempPath(), $"santral-load-{Environment.ProcessId}.wav");
        await File.WriteAllBytesAsync(prompt, TestTone.Wav(440, 5000), TestContext.Current.CancellationToken);
        var ports = new int[calls];
        for (var i = 0; i < calls; i++)
        {
            var leg = EngineFixture.NewLeg();
            var sdp = (await fixture.AskAsync<MediaReply.Sdp>(new OpenSipLeg(leg, offer))).LocalSdp;
            ports[i] = int.Parse(sdp.Split("m=audio ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
            await fixture.AskAsync<MediaReply.Done>(new Play(leg, EngineFixture.NewPlay(), [new PlayFile(prompt)], Loop: true));
        }

        File.Delete(prompt);
        var received = 0L;
        var sink = new Thread(() => received = Drain(socket)) { IsBackground = true };
        sink.Start();
        var before = fixture.Engine.Metrics;
        var (allocated, collections, engineCpu) = (GC.GetTotalAllocatedBytes(true), GC.CollectionCount(0), ThreadCpu());
        var sent = Generate(ports, seconds);
        var after = fixture.Engine.Metrics;
        var cpu = (ThreadCpu() - engineCpu) / seconds;
        var bytes = GC.GetTotalAllocatedBytes(true) - allocated;
        socket.Dispose();

        var packets = after.PacketsOut - before.PacketsOut;
        output.WriteLine(
            $"{calls} calls, {seconds} s, {after.Scheduling}: out {packets}, in {after.PacketsIn - before.PacketsIn} of {sent}, heard {received}, "
            + $"late20 {after.Late20 - before.Late20}, max {after.MaxLatenessMs:F1} ms, stalls {after.PacerStalls - before.PacerStalls}, "
            + $"media thread {cpu:P1} of a core, allocated {bytes / 1024} kB, gen0 {GC.CollectionCount(0) - collections}, send errors {after.SendErrors}");
        (after.PacketsIn - before.PacketsIn).ShouldBeGreaterThanOrEqualTo(sent - calls);
        (after.Late20 - before.Late20).ShouldBeLessThan(packets / 100);
    }

    /// <summary>One packet a call every 20 ms, spread over the 20 ms; from a socket per call, since a leg listens to one source.</summary>
    private static long Generate(int[] ports, int seconds)
    {
        var sockets = ports.Select(static port =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
            return socket;
        }).ToArray();
        var packet = new byte[172];
        packet.AsSpan(12).Fill(0xD5);
        var sent = 0L;
        var next = Stopwatch.GetTimestamp();
        for (ushort slot = 0; slot < seconds * 50; slot++)
        {
            for (var part = 0; part < 4; part++)
            {
                next += 5_000_000;
                ThreadClock.WaitUntil(next);
                for (var i = part; i < sockets.Length; i += 4)
                {
                    RtpHeader.Write(packet, slot == 0, 8, slot, (uint)(slot * 160), (uint)i + 1);
                    sent += sockets[i].Send(packet) > 0 ? 1 : 0;
                }
            }
        }

        Array.ForEach(sockets, static s => s.Dispose());
        return sent;
    }

    private static long Drain(Socket socket)
    {
        var packet = new byte[2048];
        var count = 0L;
        try
        {
            while (true)
            {
                socket.Receive(packet);
                count++;
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return count;
        }
    }

    /// <summary>CPU seconds of the thread named "media", from the kernel.</summary>
    private static double ThreadCpu()
    {
        foreach (var task in Directory.GetDirectories("/proc/self/task"))
        {
            if (File.ReadAllText(Path.Combine(task, "comm")).Trim() == "media")
            {
                var fields = File.ReadAllText(Path.Combine(task, "stat")).Split(") ")[1].Split(' ');
                return (long.Parse(fields[11], System.Globalization.CultureInfo.InvariantCulture) + long.Parse(fields[12], System.Globalization.CultureInfo.InvariantCulture)) / 100.0;
            }
        }

        return 0;
    }
}
