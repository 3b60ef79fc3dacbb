using System.Text.Json;

namespace Santral.ModuleTests.Requests;

/// <summary>A request's card, and what its changes tell the screens.</summary>
[Collection(RequestsCollection.Name)]
public sealed class GetRequestTests(Installation installation)
{
    [Fact]
    public async Task The_card_offers_the_next_stages_and_shows_all_for_the_bar()
    {
        var agent = await installation.AsAsync("supervisor1");

        var card = await agent.ADescribedRequestAsync("Bar", unit: "municipal");

        card.GetProperty("allStages").GetArrayLength().ShouldBe(7);
        card.GetProperty("stages").EnumerateArray().Select(s => s.TextOf("code")).ShouldBe(["in_progress", "at_provider", "waiting_customer", "resolved", "rejected"]);
        card.GetProperty("owner").ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task Who_may_not_read_requests_reads_none()
    {
        var card = await (await installation.AsAsync("supervisor1")).ARequestAsync();

        (await installation.Anonymous().GetAsync($"/api/requests/{card.IdOf()}", Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
