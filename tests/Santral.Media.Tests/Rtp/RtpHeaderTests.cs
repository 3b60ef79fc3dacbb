using Santral.Media.Rtp;

namespace Santral.Media.Tests.Rtp;

public sealed class RtpHeaderTests
{
    [Fact]
    public void What_was_written_is_read()
    {
        var packet = new byte[15];
        RtpHeader.Write(packet, marker: true, payloadType: 101, sequence: 65_530, timestamp: 0xDEADBEEF, ssrc: 0xCAFEBABE);
        packet[12] = 7;

        RtpHeader.TryParse(packet, out var header).ShouldBeTrue();
        (header.Marker, header.PayloadType, header.Sequence, header.Timestamp, header.Ssrc).ShouldBe((true, (byte)101, (ushort)65_530, 0xDEADBEEF, 0xCAFEBABE));
        header.TryPayload(packet, out var payload).ShouldBeTrue();
        payload.ToArray().ShouldBe(new byte[] { 7, 0, 0 });
    }

    [Fact]
    public void Contributing_sources_extension_and_padding_are_not_payload()
    {
        byte[] packet =
        [
            0xB2, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, // padding, extension, two sources
            1, 1, 1, 1, 2, 2, 2, 2,
            0xBE, 0xDE, 0, 1, 9, 9, 9, 9,
            42, 43, 0, 2,
        ];

        RtpHeader.TryParse(packet, out var header).ShouldBeTrue();
        header.TryPayload(packet, out var payload).ShouldBeTrue();
        payload.ToArray().ShouldBe(new byte[] { 42, 43 });
    }

    [Theory]
    [InlineData("")]
    [InlineData("80")]
    [InlineData("4000000100000002000000")]
    [InlineData("400000010000000200000003")]
    [InlineData("8F0000010000000200000003")]
    [InlineData("900000010000000200000003")]
    [InlineData("9000000100000002000000030000FFFF")]
    public void Impossible_headers_are_refused(string hex) => RtpHeader.TryParse(Convert.FromHexString(hex), out _).ShouldBeFalse();

    [Theory]
    [InlineData("A00000010000000200000003")]
    [InlineData("A0000001000000020000000300")]
    [InlineData("A0000001000000020000000309")]
    public void Impossible_padding_is_refused(string hex)
    {
        var packet = Convert.FromHexString(hex);
        RtpHeader.TryParse(packet, out var header).ShouldBeTrue();
        header.TryPayload(packet, out _).ShouldBeFalse();
    }
}
