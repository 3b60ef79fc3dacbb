using Santral.Media.Jitter;

namespace Santral.Media.Tests.Jitter;

public sealed class PlayoutBufferTests
{
    private readonly PlayoutBuffer _buffer = new(startMs: 40, maxMs: 160);
    private readonly short[] _frame = new short[160];

    [Fact]
    public void Packets_come_out_after_the_delay_and_in_order_whatever_order_they_came_in()
    {
        Write(0);
        Write(2);
        Write(1);

        Pull().ShouldBe(0); // 40 ms of delay: two frames of silence
        Pull().ShouldBe(0);
        Pull().ShouldBe(1);
        Pull().ShouldBe(2);
        Pull().ShouldBe(3);
        Pull().ShouldBe(0);
    }

    [Fact]
    public void A_lost_packet_is_silence_and_a_repeated_one_is_heard_once()
    {
        Write(0);
        Write(0);
        Write(2);
        Pull();
        Pull();

        Pull().ShouldBe(1);
        Pull().ShouldBe(0);
        Pull().ShouldBe(3);
    }

    [Fact]
    public void The_timestamp_may_wrap()
    {
        var start = uint.MaxValue - 100;
        for (uint i = 0; i < 4; i++)
        {
            _buffer.Write(start + (i * 160), Filled((short)(i + 1)));
        }

        Pull();
        Pull();
        for (short i = 1; i <= 4; i++)
        {
            Pull().ShouldBe(i);
        }
    }

    [Fact]
    public void A_path_that_is_slower_than_thought_gets_more_delay()
    {
        Write(0);
        for (var i = 0; i < 6; i++)
        {
            Pull();
        }

        Write(1);
        Write(2);
        Write(3);

        _buffer.TooLate.ShouldBe(3);
        _buffer.Delay.ShouldBe(480);
        Pull();
        Pull();
        Pull();
        Pull().ShouldBe(4);
    }

    [Fact]
    public void A_burst_after_a_stall_does_not_leave_the_listener_behind()
    {
        for (var i = 0; i < 40; i++)
        {
            Write(i);
        }

        (_buffer.Depth / 8).ShouldBeLessThanOrEqualTo(200);
    }

    [Fact]
    public void A_fast_clock_of_the_peer_is_caught_up_with()
    {
        for (var i = 0; i < 20_000; i++)
        {
            Write(i);
            if (i % 200 != 0)
            {
                Pull();
            }
        }

        (_buffer.Depth / 8).ShouldBeLessThanOrEqualTo(200);
        _buffer.TooLate.ShouldBe(0);
    }

    [Fact]
    public void A_jump_of_the_timestamp_starts_anew()
    {
        Write(0);
        Pull();
        Write(1_000_000);
        Pull();
        Pull();

        Pull().ShouldBe(unchecked((short)1_000_001));
    }

    [Fact]
    public void Packets_of_any_length_are_taken()
    {
        for (var i = 0; i < 10; i++)
        {
            var samples = new short[80];
            samples.AsSpan().Fill((short)((i / 2) + 1));
            _buffer.Write((uint)(i * 80), samples);
        }

        Pull();
        Pull();
        Pull().ShouldBe(1);
        Pull().ShouldBe(2);
    }

    [Fact]
    public void Nonsense_of_timestamps_and_lengths_never_breaks_it()
    {
        var chance = new Random(11);
        for (var i = 0; i < 100_000; i++)
        {
            _buffer.Write((uint)chance.NextInt64(uint.MaxValue), new short[chance.Next(0, 2048)]);
            if (chance.Next(3) == 0)
            {
                _buffer.Pull(_frame);
            }
        }

        _buffer.Depth.ShouldBeLessThan(8192);
    }

    private static short[] Filled(short value)
    {
        var samples = new short[160];
        samples.AsSpan().Fill(value);
        return samples;
    }

    private void Write(int index) => _buffer.Write((uint)(index * 160), Filled((short)(index + 1)));

    private int Pull()
    {
        _buffer.Pull(_frame);
        return _frame[80];
    }
}
