using Santral.Media.Codecs;

namespace Santral.Media.Tests.Codecs;

public sealed class G711Tests
{
    [Theory]
    [InlineData(0xFF, 0)]
    [InlineData(0x80, 32124)]
    [InlineData(0x00, -32124)]
    [InlineData(0xF0, 120)]
    [InlineData(0xEF, 132)]
    [InlineData(0x8F, 16764)]
    public void Mu_law_decodes_as_G711_table_2(byte code, short sample) => G711.FromMu(code).ShouldBe(sample);

    [Theory]
    [InlineData(0xD5, 8)]
    [InlineData(0x55, -8)]
    [InlineData(0xAA, 32256)]
    [InlineData(0x2A, -32256)]
    [InlineData(0xC5, 264)]
    [InlineData(0x80, 5504)]
    public void A_law_decodes_as_G711_table_1(byte code, short sample) => G711.FromA(code).ShouldBe(sample);

    [Fact]
    public void Every_code_survives_a_round_trip_except_minus_zero()
    {
        for (var code = 0; code < 256; code++)
        {
            G711.ToMu(G711.FromMu((byte)code)).ShouldBe(code == 0x7F ? (byte)0xFF : (byte)code);
            G711.ToA(G711.FromA((byte)code)).ShouldBe((byte)code);
        }
    }

    [Fact]
    public void Encoding_takes_the_nearest_value()
    {
        for (var sample = (int)short.MinValue; sample <= short.MaxValue; sample += 7)
        {
            var error = Math.Abs(G711.FromMu(G711.ToMu((short)sample)) - sample);
            var nearest = Enumerable.Range(0, 256).Min(c => Math.Abs(G711.FromMu((byte)c) - sample));
            error.ShouldBe(nearest);
        }
    }

    [Fact]
    public void Silence_is_encoded_as_the_silence_codes()
    {
        G711.ToMu(0).ShouldBe(G711.MuSilence);
        G711.ToA(1).ShouldBe(G711.ASilence);
    }
}
