using Santral.Media.Codecs;
using Santral.Testing;

namespace Santral.Media.Tests.Codecs;

public sealed class ResamplerTests
{
    [Theory]
    [InlineData(8000)]
    [InlineData(11025)]
    [InlineData(12000)]
    [InlineData(16000)]
    [InlineData(22050)]
    [InlineData(24000)]
    [InlineData(32000)]
    [InlineData(44100)]
    [InlineData(48000)]
    public void A_tone_keeps_its_frequency_and_level_and_length(int rate)
    {
        var result = Resampler.To8k(TestTone.Sine(1000, 500, rate), rate);

        result.Length.ShouldBeInRange(3999, 4001);
        Goertzel.Share(result.AsSpan(400, 3200), 1000).ShouldBeGreaterThan(0.999);
        Goertzel.Rms(result.AsSpan(400, 3200)).ShouldBe(8000 / Math.Sqrt(2), 30);
    }

    [Fact]
    public void What_a_telephone_cannot_carry_does_not_fold_back()
    {
        var result = Resampler.To8k(TestTone.Sine(5000, 500, 48000), 48000);

        Goertzel.Rms(result.AsSpan(400, 3200)).ShouldBeLessThan(8);
    }
}
