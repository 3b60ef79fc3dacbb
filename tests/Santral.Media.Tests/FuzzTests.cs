using Santral.Media.Dtls;
using Santral.Media.Ice;
using Santral.Media.Rtcp;
using Santral.Media.Rtp;
using Santral.Media.Sdp;
using Santral.Media.Srtp;

namespace Santral.Media.Tests;

/// <summary>Broken input, from seeds: no parser throws, whatever comes; a million of each with SANTRAL_TEST_LONG=1.</summary>
public sealed class FuzzTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("SANTRAL_TEST_LONG") == "1";

    private static readonly int Rounds = IsLong ? 1_000_000 : 20_000;

    private const string Offer =
        "v=0\r\no=- 1 1 IN IP4 1.2.3.4\r\ns=-\r\nc=IN IP4 1.2.3.4\r\nt=0 0\r\na=group:BUNDLE 0 1\r\nm=audio 4000 RTP/AVP 8 0 101\r\n"
        + "a=rtpmap:8 PCMA/8000\r\na=rtcp:4001 IN IP6 ::1\r\na=ptime:20.5\r\na=fingerprint:sha-256 AA:BB\r\na=ice-ufrag:abcd\r\na=mid:0\r\na=sendonly\r\n";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Rtp_and_rtcp_never_throw(int seed) => Mutate(
        seed,
        [
            Convert.FromHexString("B2E50001000000020000000301010101020202020000000109090909AABB0002"),
            Convert.FromHexString("81C8000C000000010123456789ABCDEF00000005000000010000000000000022FF00000100000005000000070000004D0000005881CA00010000000181CB000100000001"),
        ],
        static bytes =>
        {
            if (RtpHeader.TryParse(bytes, out var header) && header.TryPayload(bytes, out var payload))
            {
                payload.Length.ShouldBeLessThanOrEqualTo(bytes.Length - 12);
            }

            RtcpReader.TryParse(bytes, 0x22, out _);
        });

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Stun_never_throws_and_answers_stay_small(int seed)
    {
        var ice = new IceLite(SystemRandomBytes.Instance);
        var answer = new byte[StunWriter.MaxAnswer];
        Mutate(
            seed,
            [Tests.Ice.StunTests.Check($"{ice.Fragment}:them", ice.Password, nominate: true, demand: 0x1234)],
            bytes =>
            {
                if (StunReading.TryParse(bytes, out var reading))
                {
                    IceLite.TryKey(reading.Username, out _);
                    ice.Answer(reading, default, answer, out var length);
                    length.ShouldBeLessThanOrEqualTo(answer.Length);
                }
            });
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 7)]
    public void Srtp_never_throws_and_opens_nothing_that_was_changed(int seed, int profile)
    {
        var master = new SrtpMaster(new byte[16], new byte[SrtpMaster.SaltLength((SrtpProfile)profile)]);
        using var sender = new SrtpSender((SrtpProfile)profile, master);
        using var receiver = new SrtpReceiver((SrtpProfile)profile, master);
        var rtp = new byte[60];
        RtpHeader.Write(rtp, false, 0, 5, 6, 7);
        var rtcp = new byte[60];
        Convert.FromHexString("81C900010000000700000000").CopyTo(rtcp, 0);
        byte[][] seeds = [rtp.AsSpan(0, sender.Protect(rtp, 32)).ToArray(), rtcp.AsSpan(0, sender.ProtectRtcp(rtcp, 12)).ToArray()];
        Mutate(
            seed,
            seeds,
            bytes =>
            {
                if (seeds.Any(s => bytes.AsSpan().SequenceEqual(s)))
                {
                    return;
                }

                receiver.Unprotect((byte[])bytes.Clone()).ShouldBe(-1);
                receiver.UnprotectRtcp(bytes).ShouldBe(-1);
            });
    }

    /// <summary>Both sides' records of whole handshakes, mutated, into a server at each stage of its handshake: it drops, fails or goes on, and no more.</summary>
    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    public void Dtls_records_never_throw_and_let_nobody_in(int seed)
    {
        using var server = new DtlsContext(TimeProvider.System);
        using var client = new DtlsContext(TimeProvider.System, server: false);
        var records = Handshake(server, client);
        records.Count.ShouldBeGreaterThanOrEqualTo(4, "two flights each way");
        var (left, failed, state) = (IsLong ? 1_000_000 : 1_000, 0, 0);
        DtlsSession? session = null;
        Mutate(
            seed,
            [.. records],
            bytes =>
            {
                if (session is null || session.State != DtlsState.Handshaking || state == 0)
                {
                    failed += session?.State == DtlsState.Failed ? 1 : 0;
                    session?.Dispose();
                    session = new DtlsSession(server, client.Fingerprint);
                    state = 50;
                }

                state--;
                session.Take(bytes, static _ => { });
                session.Tick(static _ => { });
                session.State.ShouldNotBe(DtlsState.Connected);
            },
            left);
        session?.Dispose();
        failed.ShouldBeGreaterThan(0);
    }

    /// <summary>Every datagram of a handshake that succeeds, in the order sent.</summary>
    private static List<byte[]> Handshake(DtlsContext server, DtlsContext client)
    {
        using var a = new DtlsSession(client, server.Fingerprint);
        using var b = new DtlsSession(server, client.Fingerprint);
        var all = new List<byte[]>();
        var wire = new Queue<(DtlsSession To, byte[] Bytes)>();
        void Send(DtlsSession to, ReadOnlyMemory<byte> bytes)
        {
            all.Add(bytes.ToArray());
            wire.Enqueue((to, bytes.ToArray()));
        }

        a.Take([], d => Send(b, d));
        while (wire.TryDequeue(out var next))
        {
            next.To.Take(next.Bytes, d => Send(next.To == a ? b : a, d));
        }

        (a.State, b.State).ShouldBe((DtlsState.Connected, DtlsState.Connected));
        return all;
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void Descriptions_never_throw(int seed) => Mutate(
        seed,
        [System.Text.Encoding.Latin1.GetBytes(Offer)],
        static bytes =>
        {
            var text = System.Text.Encoding.Latin1.GetString(bytes);
            if (SdpParser.TryParse(text, out var description, out _))
            {
                description.Media.ForEach(static m => AudioChoice.Of(m));
            }

            BrowserDescription.Read(text, out _, out _);
        });

    private static void Mutate(int seed, byte[][] samples, Action<byte[]> parse, int? rounds = null)
    {
        var chance = new Random(seed);
        for (var i = 0; i < (rounds ?? Rounds); i++)
        {
            var bytes = samples[chance.Next(samples.Length)].ToList();
            for (var hits = chance.Next(1, 6); hits > 0; hits--)
            {
                var at = chance.Next(bytes.Count + 1);
                switch (chance.Next(5))
                {
                    case 0 when at < bytes.Count:
                        bytes[at] = (byte)chance.Next(256);
                        break;
                    case 1 when at < bytes.Count:
                        bytes.RemoveRange(at, chance.Next(bytes.Count - at));
                        break;
                    case 2:
                        bytes.Insert(at, (byte)chance.Next(256));
                        break;
                    case 3 when at < bytes.Count:
                        bytes[at] ^= (byte)(1 << chance.Next(8));
                        break;
                    default:
                        bytes.InsertRange(at, bytes.Slice(0, chance.Next(Math.Min(bytes.Count, 40) + 1)));
                        break;
                }
            }

            var input = bytes.ToArray();
            try
            {
                parse(input);
            }
            catch (Exception e) when (e is not ShouldAssertException)
            {
                Assert.Fail($"seed {seed}, round {i}: {Convert.ToHexString(input)}: {e}");
            }
        }
    }
}
