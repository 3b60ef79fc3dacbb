using Santral.Media.Legs;
using Santral.Media.Rtcp;
using Santral.Media.Rtp;

namespace Santral.Media.Tests.Rtp;

public sealed class RtcpTests
{
    [Fact]
    public void A_sender_report_with_a_block_is_read_as_it_was_written()
    {
        var ours = new RtpStreamOut(ssrc: 0x11, sequence: 1, timestamp: 5);
        var heard = new RtpStreamIn();
        var packet = new byte[172];
        RtpHeader.Write(packet, false, 0, 10, 0, 0x22);
        RtpHeader.TryParse(packet, out var header).ShouldBeTrue();
        heard.Count(header, 160);
        RtpHeader.Write(packet, false, 0, 13, 0, 0x22);
        RtpHeader.TryParse(packet, out header).ShouldBeTrue();
        heard.Count(header, 160);
        var into = new byte[RtcpWriter.MaxSize];

        var length = RtcpWriter.Write(into, ours, sentSinceLast: true, heard, ntp: 0x0123456789ABCDEF, lastReport: 77, delay: 88, bye: true);

        (length % 4).ShouldBe(0);
        RtcpReader.TryParse(into.AsSpan(0, length), 0x22, out var reading).ShouldBeTrue();
        (reading.SenderSsrc, reading.HasSenderReport, reading.SenderNtpMiddle, reading.Bye).ShouldBe((0x11u, true, 0x456789ABu, true));
        (reading.HasBlock, reading.Lost, reading.FractionLost).ShouldBe((true, 2, (byte)128));
        (reading.LastReport, reading.DelaySinceLastReport).ShouldBe((77u, 88u));
        RtcpReader.TryParse(into.AsSpan(0, length), 0x33, out reading).ShouldBeTrue();
        reading.HasBlock.ShouldBeFalse();
    }

    [Fact]
    public void The_round_trip_is_what_is_left_after_the_peers_delay()
    {
        var state = new RtcpState(5_000_000_000);
        var ntp = 1000UL << 32;
        var reading = new RtcpReading { HasBlock = true, LastReport = (uint)((ntp - (2UL << 32)) >> 16), DelaySinceLastReport = 65536 * 3 / 2 };

        state.Take(reading, ntp, 0);

        state.RoundTripMs!.Value.ShouldBe(500, 0.1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("80C80006")]
    [InlineData("80C8000600000001")]
    [InlineData("81C9000100000001")]
    [InlineData("80C9FFFF00000001")]
    [InlineData("0000000000000000")]
    public void Impossible_packets_are_refused(string hex) => RtcpReader.TryParse(Convert.FromHexString(hex), 1, out _).ShouldBeFalse();
}
