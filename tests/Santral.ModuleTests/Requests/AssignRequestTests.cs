using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;

namespace Santral.ModuleTests.Requests;

/// <summary>A request is in the hands of somebody who can work on it, or of nobody.</summary>
[Collection(RequestsCollection.Name)]
public sealed class AssignRequestTests(Installation installation)
{
    [Fact]
    public async Task It_is_given_to_a_person_and_taken_back()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ADescribedRequestAsync("Somebody's");
        var tech = installation.Services.GetRequiredService<IKnowPeople>().FindByUserName("tech1")!;

        var given = await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}/owner", new { version = card.VersionOf(), userId = tech.Id.Value }, Given.Stop).BodyAsync();
        given.GetProperty("owner").TextOf("name").ShouldBe(tech.DisplayName);
        var mine = await (await installation.AsAsync("tech1")).GetAsync("/api/requests?owner=me&text=somebody", Given.Stop).BodyAsync();
        mine.GetProperty("items").GetArrayLength().ShouldBe(1);
        var free = await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}/owner", new { version = given.VersionOf(), userId = (string?)null }, Given.Stop).BodyAsync();

        free.GetProperty("owner").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task It_is_passed_to_a_team()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ADescribedRequestAsync("Theirs");
        var team = installation.Services.GetRequiredService<IKnowTeams>().FindByCode("advanced_support")!;

        var passed = await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}/team", new { version = card.VersionOf(), teamId = team.Id.Value }, Given.Stop).BodyAsync();

        passed.GetProperty("team").TextOf("code").ShouldBe("advanced_support");
        await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}/team", new { version = passed.VersionOf(), teamId = Guid.Empty }, Given.Stop)
            .ShouldBeRefusedAsync("requests.team_unknown");
    }

    [Fact]
    public async Task Nobody_and_who_may_not_work_on_it_are_refused()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ADescribedRequestAsync("Nobody's");
        var buyer = installation.Services.GetRequiredService<IKnowPeople>().FindByUserName("buyer1")!;

        await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}/owner", new { version = card.VersionOf(), userId = Guid.Empty }, Given.Stop)
            .ShouldBeRefusedAsync("requests.owner_unknown", HttpStatusCode.UnprocessableEntity);
        await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}/owner", new { version = card.VersionOf(), userId = buyer.Id.Value }, Given.Stop)
            .ShouldBeRefusedAsync("requests.owner_may_not_work");
    }
}
