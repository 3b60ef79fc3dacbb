namespace Santral.ModuleTests.Requests;

/// <summary>A request goes only where its stages allow, and every step is kept.</summary>
[Collection(RequestsCollection.Name)]
public sealed class MoveRequestTests(Installation installation)
{
    [Fact]
    public async Task Every_stage_it_offers_is_taken_and_written_down()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ADescribedRequestAsync("From stage to stage");
        foreach (var stage in new[] { "examined", "waiting_customer", "resolved", "closed", "examined" })
        {
            card.GetProperty("stages").EnumerateArray().Select(s => s.TextOf("code")).ShouldContain(stage);
            card = await MoveAsync(agent, card.IdOf(), card.VersionOf(), stage, $"to {stage}").BodyAsync();
        }

        var moves = (await agent.TimelineAsync(card.IdOf())).Where(e => e.TextOf("kind") == "stage").Select(e => e.GetProperty("stage")).ToList();
        moves.Select(m => m.TextOf("comment")).ShouldBe(["to examined", "to waiting_customer", "to resolved", "to closed", "to examined"]);
        moves[0].GetProperty("from").TextOf("tr").ShouldBe("Yeni");
        moves[0].GetProperty("to").TextOf("tr").ShouldBe("İnceleniyor");
    }

    [Fact]
    public async Task What_is_not_offered_is_refused()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ADescribedRequestAsync("Not so fast");

        await MoveAsync(agent, card.IdOf(), card.VersionOf(), "closed").ShouldBeRefusedAsync("processes.stage_not_allowed", HttpStatusCode.Conflict);
        await MoveAsync(agent, card.IdOf(), card.VersionOf(), "not_started").ShouldBeRefusedAsync("requests.stage_unknown", HttpStatusCode.UnprocessableEntity);
        await MoveAsync(agent, card.IdOf(), card.VersionOf(), "rejected").ShouldBeRefusedAsync("processes.comment_due");
        await MoveAsync(agent, card.IdOf(), card.VersionOf() + 1, "examined").ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);
        (await agent.CardAsync(card.IdOf())).VersionOf().ShouldBe(card.VersionOf());
    }

    [Fact]
    public async Task An_empty_request_is_not_resolved_but_can_be_rejected()
    {
        var agent = await installation.AsAsync("agent1");
        var opened = await agent.ARequestAsync();

        await MoveAsync(agent, opened.IdOf(), opened.VersionOf(), "resolved").ShouldBeRefusedAsync("requests.description_needed");
        (await MoveAsync(agent, opened.IdOf(), opened.VersionOf(), "rejected", "Wrong number.").BodyAsync())
            .GetProperty("stage").TextOf("kind").ShouldBe("rejected");
    }

    private static Task<HttpResponseMessage> MoveAsync(HttpClient agent, string id, int version, string stage, string? comment = null)
        => agent.PostAsJsonAsync($"/api/requests/{id}/stage", new { version, stage, comment }, Given.Stop);
}
