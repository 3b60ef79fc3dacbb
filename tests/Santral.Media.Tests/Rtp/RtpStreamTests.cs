using Santral.Media.Rtp;

namespace Santral.Media.Tests.Rtp;

public sealed class RtpStreamTests
{
    private const long Ms = 1_000_000;

    [Fact]
    public void Sequence_numbers_wrap_and_timestamps_follow_the_slots()
    {
        var stream = new RtpStreamOut(ssrc: 1, sequence: 65_530, timestamp: uint.MaxValue - 159);
        var packet = new byte[172];
        for (var i = 0; i < 10; i++)
        {
            stream.PassSlots(1);
            stream.WriteAudioHeader(packet, 0, 160);
            RtpHeader.TryParse(packet, out var header).ShouldBeTrue();
            header.Sequence.ShouldBe((ushort)(65_530 + i));
            header.Timestamp.ShouldBe((uint)(i * 160));
            header.Marker.ShouldBe(i == 0);
        }
    }

    [Fact]
    public void After_skipped_slots_the_timestamp_jumps_and_the_marker_is_set()
    {
        var stream = new RtpStreamOut(ssrc: 1, sequence: 0, timestamp: 0);
        var packet = new byte[172];
        stream.WriteAudioHeader(packet, 0, 160);

        stream.PassSlots(11);
        stream.WriteAudioHeader(packet, 0, 160);

        RtpHeader.TryParse(packet, out var header).ShouldBeTrue();
        (header.Timestamp, header.Marker, header.Sequence).ShouldBe((1760u, true, (ushort)1));
    }

    [Fact]
    public void Loss_is_counted_over_the_wrap_and_a_late_packet_mends_it()
    {
        var stream = new RtpStreamIn();
        for (var i = 0; i < 20; i++)
        {
            if (i is not (3 or 8))
            {
                stream.Count(Header((ushort)(65_530 + i)), 160);
            }
        }

        stream.Lost.ShouldBe(2);
        stream.ExtendedHighest.ShouldBe(65_549u);
        stream.Count(Header(unchecked((ushort)(65_530 + 8))), 160).ShouldBe(RtpArrival.Old);
        stream.Lost.ShouldBe(1);
        stream.TakeFractionLost().ShouldBe((byte)(256 / 20));
        stream.TakeFractionLost().ShouldBe((byte)0);
    }

    [Fact]
    public void A_jump_counts_as_a_new_start_only_when_it_goes_on()
    {
        var stream = new RtpStreamIn();
        stream.Count(Header(100), 160).ShouldBe(RtpArrival.First);
        stream.Count(Header(101), 160).ShouldBe(RtpArrival.Next);
        stream.Count(Header(30_000), 160).ShouldBe(RtpArrival.Implausible);
        stream.Count(Header(102), 160).ShouldBe(RtpArrival.Next);
        stream.Count(Header(40_000), 160).ShouldBe(RtpArrival.Implausible);
        stream.Count(Header(40_001), 160).ShouldBe(RtpArrival.First);
        stream.Lost.ShouldBe(0);
    }

    [Fact]
    public void Jitter_is_zero_for_an_even_stream_and_grows_for_an_uneven_one()
    {
        var even = new RtpStreamIn();
        var uneven = new RtpStreamIn();
        for (uint i = 0; i < 200; i++)
        {
            even.MeasureJitter(i * 160, i * 20 * Ms);
            uneven.MeasureJitter(i * 160, ((i * 20) + (i % 2 * 10)) * Ms);
        }

        even.JitterSamples.ShouldBe(0);
        (uneven.JitterSamples / 8).ShouldBe(10, 0.1);
    }

    private static RtpHeader Header(ushort sequence)
    {
        var packet = new byte[12];
        RtpHeader.Write(packet, false, 0, sequence, 0, 1);
        RtpHeader.TryParse(packet, out var header).ShouldBeTrue();
        return header;
    }
}
