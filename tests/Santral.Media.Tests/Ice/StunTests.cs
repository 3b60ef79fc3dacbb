using System.Net;
using System.Text;
using Santral.Media.Ice;
using Santral.Media.Native;

namespace Santral.Media.Tests.Ice;

public sealed class StunTests
{
    private const string Request5769 =
        "000100582112A442B7E7A701BC34D686FA87DFAE802200105354554E207465737420636C69656E74" +
        "002400046E0001FF80290008932FF9B151263B36000600096576746A3A68367659202020" +
        "000800149AEAA70CBFD8CB56781EF2B5B2D3F249C1B571A280280004E57A3BCF";

    private static readonly byte[] Password = Encoding.ASCII.GetBytes("VOkJxbRl1RmTxUk/WvJxBt");

    [Fact]
    public void The_request_of_RFC_5769_is_genuine()
    {
        StunReading.TryParse(Convert.FromHexString(Request5769), out var reading).ShouldBeTrue();

        reading.Type.ShouldBe(Stun.BindingRequest);
        Encoding.ASCII.GetString(reading.Username).ShouldBe("evtj:h6vY");
        reading.IntegrityIsRight(Password).ShouldBeTrue();
        reading.IntegrityIsRight("another"u8).ShouldBeFalse();
        (reading.HasFingerprint, reading.HasPriority, reading.UseCandidate, reading.Unknown).ShouldBe((true, true, false, (ushort)0));
    }

    [Theory]
    [InlineData("192.0.2.1", "0101003C2112A442B7E7A701BC34D686FA87DFAE8022000B7465737420766563746F7220002000080001A147E112A643000800142B91F599FD9E90C38C7489F92AF9BA53F06BE7D780280004C07D4C96")]
    [InlineData("2001:db8:1234:5678:11:2233:4455:6677", "010100482112A442B7E7A701BC34D686FA87DFAE8022000B7465737420766563746F7220002000140002A1470113A9FAA5D3F179BC25F4B5BED2B9D900080014A382954E4BE67BF11784C97C8292C275BFE3ED4180280004C8FB0B4C")]
    public void The_answers_of_RFC_5769_are_written_byte_for_byte(string address, string expected)
    {
        var wanted = Convert.FromHexString(expected);
        var into = new byte[StunWriter.MaxAnswer];
        var writer = new StunWriter(into, Stun.BindingSuccess, wanted.AsSpan(4, 16));
        writer.Add(Stun.Software, "test vector"u8);
        into[35] = 0x20; // the RFC pads with blanks, we with zeros
        writer.AddXorMapped(SockAddr.From(new IPEndPoint(IPAddress.Parse(address), 32853)));
        writer.AddIntegrity(Password);
        writer.AddFingerprint();

        Convert.ToHexString(into.AsSpan(0, writer.Length)).ShouldBe(expected);
        StunReading.TryParse(into.AsSpan(0, writer.Length), out var reading).ShouldBeTrue();
        reading.IntegrityIsRight(Password).ShouldBeTrue();
    }

    [Fact]
    public void Any_single_changed_byte_is_noticed()
    {
        for (var i = 0; i < Request5769.Length / 2; i++)
        {
            var message = Convert.FromHexString(Request5769);
            message[i] ^= 0x40;
            (StunReading.TryParse(message, out var reading) && reading.HasFingerprint && reading.IntegrityIsRight(Password)).ShouldBeFalse($"byte {i}");
        }
    }

    [Fact]
    public void A_check_with_the_password_is_answered_and_may_nominate()
    {
        var ice = new IceLite(SystemRandomBytes.Instance);
        var from = SockAddr.From(new IPEndPoint(IPAddress.Loopback, 4242));
        var answer = new byte[StunWriter.MaxAnswer];

        var request = Check($"{ice.Fragment}:them", ice.Password, nominate: true);
        StunReading.TryParse(request, out var reading).ShouldBeTrue();
        IceLite.TryKey(reading.Username, out var key).ShouldBeTrue();
        key.ShouldBe(ice.Key);
        ice.Answer(reading, from, answer, out var length).ShouldBe(IceVerdict.Nominated);
        StunReading.TryParse(answer.AsSpan(0, length), out var reply).ShouldBeTrue();
        (reply.Type, reply.IntegrityIsRight(Encoding.ASCII.GetBytes(ice.Password))).ShouldBe((Stun.BindingSuccess, true));

        StunReading.TryParse(Check($"{ice.Fragment}:them", ice.Password, nominate: false), out reading).ShouldBeTrue();
        ice.Answer(reading, from, answer, out _).ShouldBe(IceVerdict.Accepted);
    }

    [Fact]
    public void A_check_with_a_wrong_password_or_an_unknown_demand_is_refused()
    {
        var ice = new IceLite(SystemRandomBytes.Instance);
        var answer = new byte[StunWriter.MaxAnswer];

        StunReading.TryParse(Check($"{ice.Fragment}:them", "wrong", nominate: true), out var reading).ShouldBeTrue();
        ice.Answer(reading, default, answer, out var length).ShouldBe(IceVerdict.Refused);
        StunReading.TryParse(answer.AsSpan(0, length), out var reply).ShouldBeTrue();
        (reply.Type, answer[26], answer[27]).ShouldBe((Stun.BindingError, (byte)4, (byte)1));

        StunReading.TryParse(Check($"{ice.Fragment}:them", ice.Password, nominate: true, demand: 0x7ABC), out reading).ShouldBeTrue();
        ice.Answer(reading, default, answer, out length).ShouldBe(IceVerdict.Refused);
        (answer[26], answer[27]).ShouldBe(((byte)4, (byte)20));
    }

    internal static byte[] Check(string username, string password, bool nominate, ushort demand = 0)
    {
        var into = new byte[200];
        Span<byte> transaction = stackalloc byte[16];
        SystemRandomBytes.Instance.Fill(transaction);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(transaction, Stun.MagicCookie);
        var writer = new StunWriter(into, Stun.BindingRequest, transaction);
        writer.Add(Stun.Username, Encoding.ASCII.GetBytes(username));
        writer.Add(Stun.Priority, [1, 2, 3, 4]);
        writer.Add(Stun.IceControlling, [1, 2, 3, 4, 5, 6, 7, 8]);
        if (nominate)
        {
            writer.Add(Stun.UseCandidate, []);
        }

        if (demand != 0)
        {
            writer.Add(demand, [1]);
        }

        writer.AddIntegrity(Encoding.ASCII.GetBytes(password));
        writer.AddFingerprint();
        return into.AsSpan(0, writer.Length).ToArray();
    }
}
