namespace Santral.ModuleTests.Requests;

/// <summary>A person sees the requests of the units he works for, and of others only what is in his hands.</summary>
[Collection(RequestsCollection.Name)]
public sealed class SightTests(Installation installation)
{
    [Fact]
    public async Task An_agent_of_another_unit_sees_it_nowhere()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ADescribedRequestAsync("Gözlerden uzak kırlangıç");
        var stranger = await installation.AsAsync("agent3");

        await stranger.GetAsync($"/api/requests/{card.IdOf()}", Given.Stop).ShouldBeRefusedAsync("requests.unknown", HttpStatusCode.NotFound);
        await stranger.GetAsync($"/api/requests/{card.IdOf()}/timeline", Given.Stop).ShouldBeRefusedAsync("requests.unknown", HttpStatusCode.NotFound);
        await stranger.GetAsync($"/api/requests/{card.IdOf()}/similar", Given.Stop).ShouldBeRefusedAsync("requests.unknown", HttpStatusCode.NotFound);
        await stranger.PutAsJsonAsync($"/api/requests/{card.IdOf()}", card.BodyOf(), Given.Stop).ShouldBeRefusedAsync("requests.unknown", HttpStatusCode.NotFound);
        await stranger.PostAsJsonAsync($"/api/requests/{card.IdOf()}/notes", new { text = "x" }, Given.Stop).ShouldBeRefusedAsync("requests.unknown", HttpStatusCode.NotFound);
        (await stranger.ItemsAsync("/api/requests?text=kirlangic&merged=all")).ShouldBeEmpty();
        (await stranger.ItemsAsync("/api/requests?unit=internet&take=200")).ShouldBeEmpty();
        (await stranger.ItemsAsync("/api/interactions?unit=internet&take=200")).ShouldBeEmpty();
        (await agent.ItemsAsync("/api/requests?text=kirlangic")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Counts_of_views_count_what_the_reader_sees()
    {
        var stranger = await installation.AsAsync("agent3");
        var views = (await stranger.GetAsync("/api/requests/views", Given.Stop).BodyAsync()).EnumerateArray().ToList();
        var unassigned = views.Single(v => v.TextOf("filter") == "owner=none&stage=open").IdOf();

        var counts = await stranger.GetAsync("/api/requests/views/counts", Given.Stop).BodyAsync();

        counts.GetProperty(unassigned).GetInt32().ShouldBe((await stranger.ItemsAsync("/api/requests?owner=none&stage=open&unit=municipal&take=200")).Count);
    }

    [Fact]
    public async Task Who_leads_all_units_sees_all()
    {
        var supervisor = await installation.AsAsync("supervisor1");

        (await supervisor.ItemsAsync("/api/requests?take=200")).Select(r => r.TextOf("unit")).Distinct().Order().ShouldBe(["appliance", "internet", "municipal"]);
    }

    [Fact]
    public async Task What_is_given_to_a_person_he_sees_also_in_another_unit()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ADescribedRequestAsync("Verilen iş");
        var technician = await installation.AsAsync("field1");
        await technician.GetAsync($"/api/requests/{card.IdOf()}", Given.Stop).ShouldBeRefusedAsync("requests.unknown");

        await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}/owner", new { version = card.VersionOf(), userId = installation.PersonOf("field1").Value }, Given.Stop).BodyAsync();

        (await technician.CardAsync(card.IdOf())).TextOf("subject").ShouldBe("Verilen iş");
        (await technician.ItemsAsync("/api/requests?owner=me")).ShouldContain(r => r.IdOf() == card.IdOf());
        (await technician.ItemsAsync("/api/requests?text=verilen")).ShouldContain(r => r.IdOf() == card.IdOf());
    }

    [Fact]
    public async Task Nobody_opens_requests_in_a_unit_he_does_not_work_for()
        => await (await installation.AsAsync("agent1")).PostAsJsonAsync("/api/requests", new { unit = "municipal" }, Given.Stop)
            .ShouldBeRefusedAsync("requests.unit_unknown", HttpStatusCode.UnprocessableEntity);
}
