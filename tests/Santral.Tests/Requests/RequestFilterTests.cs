using Santral.Requests.Features;

namespace Santral.Tests.Requests;

/// <summary>What a saved view says is what it shows.</summary>
public sealed class RequestFilterTests
{
    [Fact]
    public void A_view_is_read_as_an_address_is_written()
    {
        var filter = RequestFilter.Read("?owner=me&stage=open,waiting&text=k%C4%B1rm%C4%B1z%C4%B1");

        filter.ShouldBe(new RequestFilter { Text = "kırmızı", Stage = "open,waiting", Owner = "me" });
    }

    [Fact]
    public void What_is_asked_goes_before_what_the_view_says()
        => new RequestFilter { Stage = "closed" }.Within(RequestFilter.Read("owner=me&stage=open"))
            .ShouldBe(new RequestFilter { Stage = "closed", Owner = "me" });

    [Fact]
    public void A_name_nobody_knows_is_refused()
        => Should.Throw<Refusal>(() => RequestFilter.Read("ownr=me")).Code.ShouldBe("requests.filter_invalid");
}
