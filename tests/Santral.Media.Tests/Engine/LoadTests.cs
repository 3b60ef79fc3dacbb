using System.Diagnostics;
using System.Net;
using Santral.Media.Native;
using Santral.Media.Rtp;
using Santral.Testing;

namespace Santral.Media.Tests.Engine;

/// <summary>
/// Many calls at once, prompt out and voice in. Run on demand for the figures of docs/wire/media.md:
/// <c>SANTRAL_LOAD_CALLS=300 … --explicit only</c>. With <c>SANTRAL_LOAD_RECORD=1</c> they speak in pairs, and each pair is recorded.
/// </summary>
public sealed class LoadTests(ITestOutputHelper output)
{
    [Fact(Explicit = true)]
    public async Task Prompts_go_out_and_voices_come_in_for_many_calls()
    {
        var calls = int.Parse(Environment.GetEnvironmentVariable("SANTRAL_LOAD_CALLS") ?? "300", System.Globalization.CultureInfo.InvariantCulture);
        var seconds = int.Parse(Environment.GetEnvironmentVariable("SANTRAL_LOAD_SECONDS") ?? "15", System.Globalization.CultureInfo.InvariantCulture);
        await using var fixture = await EngineFixture.OpenAsync(Place.Inside, o => o with { TryRealTime = Environment.GetEnvironmentVariable("SANTRAL_LOAD_ORDINARY") is null });
        var prompt = Path.Combine(Path.GetTempPath(), $"santral-load-{Environment.ProcessId}.wav");
        await File.WriteAllBytesAsync(prompt, TestTone.Wav(440, 5000), TestContext.Current.CancellationToken);
        var phones = new UdpPort[calls];
        var legs = new SockAddr[calls];
        var ids = new LegId[calls];
        var isRecorded = Environment.GetEnvironmentVariable("SANTRAL_LOAD_RECORD") is not null;
        var folder = Directory.CreateTempSubdirectory("santral-load-").FullName;
        for (var i = 0; i < calls; i++)
        {
            var leg = ids[i] = EngineFixture.NewLeg();
            phones[i] = UdpPort.TryBind(IPAddress.Loopback, 0, 64 * 1024)!;
            var offer = $"v=0\r\nc=IN IP4 127.0.0.1\r\nm=audio {phones[i].Local.Port} RTP/AVP 8\r\n";
            var sdp = (await fixture.AskAsync<MediaReply.Sdp>(new OpenSipLeg(leg, offer))).LocalSdp;
            var port = int.Parse(sdp.Split("m=audio ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
            legs[i] = SockAddr.From(new IPEndPoint(IPAddress.Loopback, port));
            await fixture.AskAsync<MediaReply.Done>(new Play(leg, EngineFixture.NewPlay(), [new PlayFile(prompt)], Loop: true));
        }

        for (var i = 0; isRecorded && i + 1 < calls; i += 2)
        {
            await fixture.AskAsync<MediaReply.Done>(new Bridge(ids[i], ids[i + 1]));
            await fixture.AskAsync<MediaReply.Done>(new RecordLeg(ids[i], new TapeId(ids[i].Value), Path.Combine(folder, $"{i}.wav")));
        }

        File.Delete(prompt);
        using var stop = new CancellationTokenSource();
        var received = 0L;
        var sink = new Thread(() => received = Drain(phones, stop.Token)) { IsBackground = true };
        sink.Start();
        var before = fixture.Metrics;
        var (allocated, collections, engineCpu) = (GC.GetTotalAllocatedBytes(true), GC.CollectionCount(0), ThreadCpu());
        var sent = Generate(phones, legs, seconds);
        ThreadClock.WaitUntil(Stopwatch.GetTimestamp() + 50_000_000); // the last packets are on their way
        var after = fixture.Metrics;
        var cpu = (ThreadCpu() - engineCpu) / seconds;
        var bytes = GC.GetTotalAllocatedBytes(true) - allocated;
        await stop.CancelAsync();
        sink.Join();
        Array.ForEach(phones, static p => p.Close());
        await fixture.Engine.DisposeAsync();
        output.WriteLine($"recorded {Directory.GetFiles(folder).Length} pairs, {Directory.GetFiles(folder).Sum(f => new FileInfo(f).Length) / 1024} kB");
        Directory.Delete(folder, recursive: true);

        var packets = after.PacketsOut - before.PacketsOut;
        output.WriteLine(
            $"{calls} calls, {seconds} s, {after.Scheduling}: out {packets}, in {after.PacketsIn - before.PacketsIn} of {sent}, heard {received} of {after.PacketsOut}, "
            + $"late20 {after.Late20 - before.Late20}, max {after.MaxLatenessMs:F1} ms, stalls {after.PacerStalls - before.PacerStalls}, "
            + $"media thread {cpu:P1} of a core, allocated {bytes / 1024} kB, gen0 {GC.CollectionCount(0) - collections}, send errors {after.SendErrors}");
        (after.PacketsIn - before.PacketsIn).ShouldBe(sent);
        (after.Late20 - before.Late20).ShouldBeLessThan(packets / 100);
        bytes.ShouldBeLessThan(2_000_000, "nothing is allocated for a packet");
    }

    /// <summary>One packet a call every 20 ms, a quarter of the calls every 5 ms.</summary>
    private static long Generate(UdpPort[] phones, SockAddr[] legs, int seconds)
    {
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
                for (var i = part; i < phones.Length; i += 4)
                {
                    RtpHeader.Write(packet, slot == 0, 8, slot, (uint)(slot * 160), (uint)i + 1);
                    sent += phones[i].Send(packet, legs[i]) ? 1 : 0;
                }
            }
        }

        return sent;
    }

    private static long Drain(UdpPort[] phones, CancellationToken stop)
    {
        var ready = new ReadySet();
        var byDescriptor = phones.ToDictionary(static p => p.Descriptor);
        Array.ForEach(phones, p => ready.Add(p.Descriptor).ShouldBeTrue());
        var packet = new byte[2048];
        var count = 0L;
        while (!stop.IsCancellationRequested)
        {
            for (var i = ready.Wait(5) - 1; i >= 0; i--)
            {
                count += byDescriptor[ready.Ready(i)].Receive(packet, out _) > 0 ? 1 : 0;
            }
        }

        ready.Close();
        return count;
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
