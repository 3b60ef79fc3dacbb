using System.Text;
using Santral.Sip.Messages;
using Santral.Sip.Tests.Torture;

namespace Santral.Sip.Tests.Wires;

/// <summary>Broken on purpose: mutated messages through the whole stack, the same ones for the same seed; a million with SANTRAL_TEST_LONG=1.</summary>
public class FuzzTests
{
    private static readonly int Messages = Environment.GetEnvironmentVariable("SANTRAL_TEST_LONG") == "1" ? 1_000_000 : 20_000;

    [Fact]
    public async Task No_mutation_of_a_message_escapes_as_an_exception()
    {
        var random = new Random(20260101);
        await using var wire = new Wire();
        var seeds = Seeds();
        for (var i = 0; i < Messages; i++)
        {
            var bytes = Mutate(seeds[random.Next(seeds.Count)], seeds, random);
            wire.Receive(bytes);
            CheckStream(bytes);
            if (i % 500 == 0)
            {
                while (wire.Agent.IncomingCalls.TryRead(out var call))
                {
                    await call.RefuseAsync();
                }

                // Old transactions end, so that the test stays small.
                wire.Clock.Advance(TimeSpan.FromSeconds(40));
            }
        }

        wire.Agent.Counters[SipCounter.FaultsInApplication].ShouldBe(0);
        wire.Agent.Counters[SipCounter.Received].ShouldBeGreaterThan(Messages * 99 / 100);
        wire.Agent.Counters.Malformed.ShouldBeGreaterThan(Messages / 10);
    }

    /// <summary>Whatever is accepted can be written and is read back as the same message: a second, slow reading of the answer.</summary>
    private static void CheckStream(byte[] bytes)
    {
        if (SipParser.Datagram(bytes, SipLimits.Default, out var parsed) != ParseStatus.Complete)
        {
            return;
        }

        var written = parsed.Message!.ToBytes();
        var status = SipParser.Datagram(written, SipLimits.Default, out var again);
        status.ShouldBe(ParseStatus.Complete, $"{again.Fault}: {Encoding.Latin1.GetString(written)}");
        again.Message!.ToBytes().ShouldBe(written);
    }

    private static List<byte[]> Seeds() =>
    [
        .. TortureMessages.All.Values,
        Encoding.ASCII.GetBytes(Phone.Invite().ReplaceLineEndings("\r\n")),
        Encoding.ASCII.GetBytes(Phone.Invite(extra: "Supported: timer\nSession-Expires: 120;refresher=uac\nAccept: application/sdp\n").ReplaceLineEndings("\r\n")),
        Encoding.ASCII.GetBytes(Phone.Invite(method: "CANCEL", body: "").ReplaceLineEndings("\r\n")),
        Encoding.ASCII.GetBytes(Phone.Invite(method: "BYE", toTag: "x", body: "").ReplaceLineEndings("\r\n")),
    ];

    private static byte[] Mutate(byte[] seed, List<byte[]> seeds, Random random)
    {
        var bytes = seed.ToList();
        for (var n = random.Next(4); n >= 0; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Enumerable.Repeat((byte)"\r\n ;,:<>\"@%\0"[random.Next(12)], random.Next(1, 4)));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    var other = seeds[random.Next(seeds.Count)];
                    var from = random.Next(other.Length);
                    bytes.InsertRange(at, other.AsSpan(from, Math.Min(random.Next(60), other.Length - from)).ToArray());
                    break;
                default:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }

            if (bytes.Count == 0)
            {
                bytes.Add((byte)'x');
            }
        }

        return [.. bytes];
    }
}
