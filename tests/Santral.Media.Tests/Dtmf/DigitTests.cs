using Santral.Media.Dtmf;

namespace Santral.Media.Tests.Dtmf;

public sealed class DigitTests
{
    private const long Ms = 1_000_000;
    private readonly DigitDetector _detector = new();
    private readonly List<HeardDigit> _heard = [];
    private long _now = 1_000 * Ms;

    [Fact]
    public void Three_end_packets_are_one_key()
    {
        Key(5, 1000, 800);
        Key(5, 3000, 1600);

        _heard.ShouldBe([new('5', 100), new('5', 200)]);
    }

    [Fact]
    public void A_key_is_told_though_all_end_packets_are_lost()
    {
        Packet(7, 1000, 160);
        Packet(7, 1000, 320);
        _detector.TryExpire(_now + (100 * Ms), out _).ShouldBeFalse();
        _detector.TryExpire(_now + (300 * Ms), out var digit).ShouldBeTrue();
        digit.ShouldBe(new HeardDigit('7', 40));

        _now += 300 * Ms;
        Packet(7, 1000, 480, ends: true);
        _heard.ShouldBeEmpty();
    }

    [Fact]
    public void The_next_key_ends_one_whose_end_was_lost()
    {
        Packet(1, 1000, 800);
        Key(2, 3000, 800);
        _detector.TryExpire(_now + (500 * Ms), out _).ShouldBeFalse();

        _heard.ShouldBe([new('1', 100), new('2', 100)]);
    }

    [Fact]
    public void An_end_packet_alone_is_a_key()
    {
        Packet(9, 1000, 800, ends: true);

        _heard.ShouldBe([new('9', 100)]);
    }

    [Fact]
    public void Packets_that_were_overtaken_do_not_press_a_key_again()
    {
        Packet(4, 1000, 160);
        Packet(4, 1000, 800, ends: true);
        Packet(4, 1000, 320);
        Packet(6, 3000, 160);
        Packet(4, 1000, 480);
        Packet(6, 3000, 800, ends: true);

        _heard.Select(h => h.Digit).ShouldBe(['4', '6']);
    }

    [Fact]
    public void A_recorded_key_that_is_replayed_with_its_old_timestamp_is_a_new_key()
    {
        Key(4, 1000, 800);
        _now += 1000 * Ms;
        Key(4, 1000, 800);

        _heard.Select(h => h.Digit).ShouldBe(['4', '4']);
    }

    [Fact]
    public void Timestamps_may_wrap_between_and_within_keys()
    {
        Key(1, uint.MaxValue - 100, 800);
        Key(2, 2000, 800);

        _heard.Select(h => h.Digit).ShouldBe(['1', '2']);
    }

    [Fact]
    public void A_key_held_for_ten_seconds_is_one_key()
    {
        for (ushort duration = 160; duration is > 0 and < 65_400; duration += 160)
        {
            Packet(0, 1000, duration);
        }

        Packet(0, 1000, 0xFFFF);
        Packet(0, 1000 + 0xFFFF, 160);
        Packet(0, 1000 + 0xFFFF, 14_465, ends: true);

        _heard.ShouldBe([new('0', 10_000)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("010A03")]
    public void Short_payloads_are_malformed(string hex)
    {
        _detector.TryHear(1, Convert.FromHexString(hex), _now, out _, out var malformed).ShouldBeFalse();
        malformed.ShouldBeTrue();
    }

    [Fact]
    public void Events_that_are_no_keys_are_passed_over()
    {
        Packet(16, 1000, 800, ends: true);

        _heard.ShouldBeEmpty();
    }

    [Fact]
    public void What_the_sender_writes_the_detector_hears_even_with_half_of_it_lost()
    {
        var chance = new Random(3);
        var sender = new DigitSender();
        foreach (var digit in "0123456789*#ABCD")
        {
            sender.Add((byte)DigitDetector.EventOf(digit), 100);
        }

        var payload = new byte[4];
        uint timestamp = 0;
        while (!sender.Idle || _detector.Pressed)
        {
            timestamp += 160;
            _now += 20 * Ms;
            if (sender.TryWrite(timestamp, payload, out var began, out _) && chance.Next(2) == 0
                && _detector.TryHear(began, payload, _now, out var heard, out _))
            {
                _heard.Add(heard);
            }

            if (_detector.TryExpire(_now, out heard))
            {
                _heard.Add(heard);
            }
        }

        string.Concat(_heard.Select(h => h.Digit)).ShouldBe("0123456789*#ABCD");
    }

    private void Key(byte code, uint timestamp, ushort duration)
    {
        for (ushort d = 160; d < duration; d += 160)
        {
            Packet(code, timestamp, d);
        }

        Packet(code, timestamp, duration, ends: true);
        Packet(code, timestamp, duration, ends: true);
        Packet(code, timestamp, duration, ends: true);
    }

    private void Packet(byte code, uint timestamp, ushort duration, bool ends = false)
    {
        _now += 20 * Ms;
        if (_detector.TryHear(timestamp, [code, (byte)(ends ? 0x8A : 0x0A), (byte)(duration >> 8), (byte)duration], _now, out var digit, out _))
        {
            _heard.Add(digit);
        }

        if (_detector.TryExpire(_now, out digit))
        {
            _heard.Add(digit);
        }
    }
}
