namespace Santral.ModuleTests.Requests;

/// <summary>Follow-up notes.</summary>
[Collection(RequestsCollection.Name)]
public sealed class AddNoteTests(Installation installation)
{
    [Fact]
    public async Task A_note_is_on_the_timeline_and_makes_no_form_stale()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ADescribedRequestAsync("Noted");

        await agent.PostAsJsonAsync($"/api/requests/{card.IdOf()}/notes", new { text = "Geri aranacak", customerSees = true }, Given.Stop).BodyAsync();

        var note = (await agent.TimelineAsync(card.IdOf())).Single(e => e.TextOf("kind") == "note");
        note.GetProperty("note").TextOf("text").ShouldBe("Geri aranacak");
        note.GetProperty("note").GetProperty("customerSees").GetBoolean().ShouldBeTrue();
        note.GetProperty("by").TextOf("name").ShouldNotBeNullOrEmpty();
        await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}", new { version = card.VersionOf(), kind = "action", subject = "Still mine" }, Given.Stop).BodyAsync();
    }

    [Fact]
    public async Task A_note_moves_the_request_up()
    {
        var agent = await installation.AsAsync("agent1");
        var older = await agent.ADescribedRequestAsync("moved up older");
        await agent.ADescribedRequestAsync("moved up newer");

        await agent.PostAsJsonAsync($"/api/requests/{older.IdOf()}/notes", new { text = "x" }, Given.Stop).BodyAsync();

        var list = await agent.GetAsync("/api/requests?sort=-changed&text=moved up", Given.Stop).BodyAsync();
        list.GetProperty("items")[0].IdOf().ShouldBe(older.IdOf());
    }

    [Fact]
    public async Task Nothing_too_long_and_on_nothing_is_refused()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ARequestAsync();

        await agent.PostAsJsonAsync($"/api/requests/{card.IdOf()}/notes", new { text = " \n\u0000" }, Given.Stop).ShouldBeRefusedAsync("requests.note_empty");
        await agent.PostAsJsonAsync($"/api/requests/{card.IdOf()}/notes", new { text = new string('x', 8001) }, Given.Stop).ShouldBeRefusedAsync("request.invalid");
        await agent.PostAsJsonAsync($"/api/requests/{Guid.Empty}/notes", new { text = "x" }, Given.Stop).ShouldBeRefusedAsync("requests.unknown", HttpStatusCode.NotFound);
        (await agent.TimelineAsync(card.IdOf())).ShouldHaveSingleItem().TextOf("kind").ShouldBe("opened");
    }
}
