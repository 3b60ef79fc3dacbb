using Santral.Media.Rtp;
using Santral.Media.Srtp;

namespace Santral.Media.Tests.Srtp;

public sealed class SrtpTests
{
    private static readonly SrtpMaster Rfc3711 = new(
        Convert.FromHexString("E1F97A0D3E018BE0D64FA32C06DE4139"), Convert.FromHexString("0EC675AD498AFEEBB6960B3AABE6"));

    [Fact]
    public void The_key_stream_is_that_of_RFC_3711_B2()
    {
        using var cipher = new CounterMode(Convert.FromHexString("2B7E151628AED2A6ABF7158809CF4F3C"));
        var data = new byte[48];

        cipher.Apply(Convert.FromHexString("F0F1F2F3F4F5F6F7F8F9FAFBFCFD0000"), data);

        Convert.ToHexString(data).ShouldBe(
            "E03EAD0935C95E80E166B16DD92B4EB4D23513162B02D0F72A43A2FE4A5F97AB41E95B3BB0A2E8DD477901E4FCA894C0");
    }

    [Fact]
    public void Session_keys_are_those_of_RFC_3711_B3()
    {
        Convert.ToHexString(SrtpKeys.Derive(Rfc3711, SrtpKeys.RtpCipher, 16)).ShouldBe("C61E7A93744F39EE10734AFE3FF7A087");
        Convert.ToHexString(SrtpKeys.Derive(Rfc3711, SrtpKeys.RtpSalt, 14)).ShouldBe("30CBBC08863D8C85D49DB34A9AE1");
        Convert.ToHexString(SrtpKeys.Derive(Rfc3711, SrtpKeys.RtpAuthentication, 20)).ShouldBe("CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4");
    }

    [Fact]
    public void A_packet_is_sealed_as_other_implementations_seal_it()
    {
        using var sender = new SrtpSender(SrtpProfile.AesCm128HmacSha1Tag80, Rfc3711);
        var packet = new byte[64];
        Convert.FromHexString("800F1234DECAFBADCAFEBABEABABABABABABABABABABABABABABABAB").CopyTo(packet, 0);

        var length = sender.Protect(packet, 28);

        Convert.ToHexString(packet.AsSpan(0, length)).ShouldBe(
            "800F1234DECAFBADCAFEBABE4E55DC4CE79978D88CA4D215949D2402B78D6ACC99EA179B8DBB");
    }

    [Fact]
    public void A_report_is_sealed_as_other_implementations_seal_it()
    {
        using var sender = new SrtpSender(SrtpProfile.AesCm128HmacSha1Tag80, Rfc3711);
        var packet = new byte[64];
        Convert.FromHexString("81C8000BCAFEBABEABABABABABABABABABABABABABABABAB").CopyTo(packet, 0);

        var length = sender.ProtectRtcp(packet, 24);

        Convert.ToHexString(packet.AsSpan(0, length)).ShouldBe(
            "81C8000BCAFEBABE7128035BE487B9BDBEF89041F977A5A880000001993E08CD54D6C1230798");
    }

    [Fact]
    public void A_GCM_packet_is_that_of_RFC_7714_16_1()
    {
        var key = Convert.FromHexString("000102030405060708090A0B0C0D0E0F");
        var salt = Convert.FromHexString("517569642070726F2071756F");
        using var cipher = new SrtpGcmCipher(key, salt, key, salt);
        var packet = new byte[80];
        Convert.FromHexString("8040F17B8041F8D35501A0B247616C6C696120657374206F6D6E69732064697669736120696E207061727465732074726573").CopyTo(packet, 0);

        var length = cipher.SealRtp(packet, 50, 12, 0x5501A0B2, 0xF17B);

        Convert.ToHexString(packet.AsSpan(0, length)).ShouldBe(
            "8040F17B8041F8D35501A0B2F24DE3A3FB34DE6CACBA861C9D7E4BCABE633BD50D294E6F42A5F47A51C7D19B36DE3ADF8833899D7F27BEB16A9152CF765EE4390CCE");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void A_stream_survives_the_wrap_of_its_sequence_numbers_with_loss_and_disorder(int number)
    {
        var (sender, receiver) = Pair((SrtpProfile)number);
        using var sending = sender;
        using var receiving = receiver;
        var chance = new Random(1);
        var held = new Queue<byte[]>();
        var opened = 0;
        for (var i = 0; i < 70_000; i++)
        {
            var packet = Seal(sender, (ushort)(65_000 + i), (byte)i);
            if (chance.Next(100) == 0)
            {
                continue;
            }

            held.Enqueue(packet);
            if (held.Count > 3)
            {
                opened += Open(receiver, chance.Next(10) == 0 ? Swap(held) : held.Dequeue()) ? 1 : 0;
            }
        }

        opened.ShouldBeGreaterThan(69_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void A_repeated_and_a_changed_packet_are_refused(int number)
    {
        var (sender, receiver) = Pair((SrtpProfile)number);
        using var sending = sender;
        using var receiving = receiver;
        var first = Seal(sender, 1, 1);
        var second = Seal(sender, 2, 2);
        var changed = (byte[])second.Clone();
        changed[20] ^= 1;

        Open(receiver, (byte[])first.Clone()).ShouldBeTrue();
        Open(receiver, (byte[])first.Clone()).ShouldBeFalse();
        Open(receiver, changed).ShouldBeFalse();
        Open(receiver, second).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Reports_are_opened_once(int number)
    {
        var (sender, receiver) = Pair((SrtpProfile)number);
        using var sending = sender;
        using var receiving = receiver;
        var packet = new byte[100];
        Convert.FromHexString("81C9000700000001000000020000000000000000000000000000000000000000").CopyTo(packet, 0);
        var length = sender.ProtectRtcp(packet, 32);
        var copy = packet.AsSpan(0, length).ToArray();

        receiver.UnprotectRtcp(packet.AsSpan(0, length)).ShouldBe(32);
        Convert.ToHexString(packet.AsSpan(0, 12)).ShouldBe("81C900070000000100000002");
        receiver.UnprotectRtcp(copy).ShouldBe(-1);
    }

    [Fact]
    public void Indices_are_estimated_around_the_wrap()
    {
        var window = default(ReplayWindow);
        SrtpReceiver.Estimate(window, 65_530).ShouldBe(65_530UL);
        window.Accept(65_534);
        SrtpReceiver.Estimate(window, 3).ShouldBe(65_536UL + 3);
        window.Accept(65_536 + 3);
        SrtpReceiver.Estimate(window, 65_533).ShouldBe(65_533UL);
        window.IsFresh(65_533).ShouldBeTrue();
        window.IsFresh(65_534).ShouldBeFalse();
        window.Accept(65_536 + 70);
        window.IsFresh(65_536 + 3).ShouldBeFalse();
    }

    private static (SrtpSender Sender, SrtpReceiver Receiver) Pair(SrtpProfile profile)
    {
        var master = new SrtpMaster(Rfc3711.Key, Rfc3711.Salt[..SrtpMaster.SaltLength(profile)]);
        return (new SrtpSender(profile, master), new SrtpReceiver(profile, master));
    }

    private static byte[] Seal(SrtpSender sender, ushort sequence, byte content)
    {
        var packet = new byte[220];
        RtpHeader.Write(packet, false, 0, sequence, 0, 9);
        packet.AsSpan(12, 160).Fill(content);
        return packet.AsSpan(0, sender.Protect(packet, 172)).ToArray();
    }

    private static bool Open(SrtpReceiver receiver, byte[] packet)
    {
        var length = receiver.Unprotect(packet);
        if (length >= 0)
        {
            length.ShouldBe(172);
            packet[12].ShouldBe(packet[171]);
        }

        return length >= 0;
    }

    private static byte[] Swap(Queue<byte[]> held)
    {
        var first = held.Dequeue();
        var second = held.Dequeue();
        var rest = held.ToArray();
        held.Clear();
        held.Enqueue(first);
        Array.ForEach(rest, held.Enqueue);
        return second;
    }
}
