namespace Santral.ModuleTests.Requests;

/// <summary>Calls and requests belong together, whichever came first.</summary>
[Collection(RequestsCollection.Name)]
public sealed class LinkCallTests(Installation installation)
{
    [Fact]
    public async Task A_call_is_linked_once_however_often_it_is_said()
    {
        var agent = await installation.AsAsync("agent1");
        var call = await installation.ACallAsync();
        var card = await agent.ADescribedRequestAsync("Older matter");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => agent.PostAsJsonAsync($"/api/requests/{card.IdOf()}/calls", new { callId = call.Id.Value }, Given.Stop).BodyAsync()));

        (await agent.CardAsync(card.IdOf())).GetProperty("calls").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_call_nobody_knows_is_refused()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ARequestAsync();

        await agent.PostAsJsonAsync($"/api/requests/{card.IdOf()}/calls", new { callId = Guid.Empty }, Given.Stop)
            .ShouldBeRefusedAsync("requests.call_unknown", HttpStatusCode.UnprocessableEntity);
    }
}
