using Microsoft.Extensions.Configuration;
using Santral.Ivr;

namespace Santral.Tests.Ivr;

public sealed class IvrOptionsTests
{
    [Theory]
    [InlineData(null, 150)]
    [InlineData("", 150)]
    [InlineData("80", 80)]
    [InlineData("450", 450)]
    public void The_voice_speaks_as_fast_as_is_said(string? text, int speed) => Read(text).Speed.ShouldBe(speed);

    [Theory]
    [InlineData("79")]
    [InlineData("451")]
    [InlineData("-150")]
    [InlineData("fast")]
    public void A_speed_the_voice_cannot_speak_at_is_refused_at_the_start(string text)
        => Should.Throw<InvalidOperationException>(() => Read(text)).Message.ShouldContain("SANTRAL_VOICE_SPEED");

    private static IvrOptions Read(string? speed)
        => IvrOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["VOICE_SPEED"] = speed }).Build());
}
