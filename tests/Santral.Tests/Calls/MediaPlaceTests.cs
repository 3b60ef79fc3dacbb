using Microsoft.Extensions.Configuration;
using Santral.Calls;
using Santral.Calls.Live.Telephone;

namespace Santral.Tests.Calls;

/// <summary>`--media` and what it needs of the data folder.</summary>
public sealed class MediaPlaceTests
{
    [Theory]
    [InlineData(null, MediaPlace.Inside)]
    [InlineData("", MediaPlace.Inside)]
    [InlineData("inside", MediaPlace.Inside)]
    [InlineData("own", MediaPlace.Own)]
    public void The_engine_runs_where_the_operator_says(string? text, MediaPlace place) => Read(text).Media.ShouldBe(place);

    [Fact]
    public void Another_word_stops_the_start_with_a_sentence()
        => Should.Throw<InvalidOperationException>(() => Read("apart")).Message.ShouldBe("SANTRAL_MEDIA must be inside or own, not 'apart'.");

    [Fact]
    public void A_path_that_no_socket_can_have_stops_the_start_with_a_sentence()
    {
        MediaSocket.PathIn("/" + new string('a', 95)).ShouldEndWith("/media.sock");

        Should.Throw<InvalidOperationException>(() => MediaSocket.PathIn("/" + new string('a', 96))).Message.ShouldContain("may have 96 bytes");
    }

    private static CallsOptions Read(string? media)
        => CallsOptions.Read(new ConfigurationBuilder().AddInMemoryCollection([new("MEDIA", media)]).Build());
}
