using System.Text.Json;

namespace Santral.ModuleTests.Requests;

/// <summary>Who writes through the web is answered at once, by the template that fits best (P-15).</summary>
[Collection(RequestsCollection.Name)]
public sealed class AutomaticAnswerTests(Installation installation)
{
    [Fact]
    [Requirement("P-15")]
    public async Task A_new_web_interaction_gets_its_automatic_answer_in_the_customers_language()
    {
        var agent = await installation.AsAsync("agent3");
        var customers = (await agent.GetAsync("/api/customers?q=Göran Ålund", Given.Stop).BodyAsync()).GetProperty("items");
        var saved = await WriteDownAsync(agent, "web", "municipal", customers[0].IdOf());

        saved.TextOf("automaticAnswer").ShouldBe("Hej Göran Ålund!\nDitt meddelande har kommit fram. Ditt ärendenummer: meddelas inom kort. Vi svarar så snart vi kan.\nMiljöservice");
        (await agent.ItemsAsync("/api/interactions?take=200")).Single(i => i.IdOf() == saved.IdOf()).TextOf("automaticAnswer").ShouldBe(saved.TextOf("automaticAnswer"));

        // Who was spoken with, or wrote a letter, is not answered by a machine.
        (await WriteDownAsync(agent, "visit", "municipal")).TextOf("automaticAnswer").ShouldBeEmpty();
        (await WriteDownAsync(agent, "letter", "municipal")).TextOf("automaticAnswer").ShouldBeEmpty();
    }

    [Fact]
    [Requirement("P-15")]
    public async Task A_web_request_gets_it_once_with_its_number_and_nobody_has_answered_by_it()
    {
        var agent = await installation.AsAsync("agent1");
        var opened = await agent.ARequestAsync(new { unit = "internet", channel = "web" });
        await installation.DeliverFactsAsync();
        await installation.DeliverFactsAsync();

        var note = (await agent.TimelineAsync(opened.IdOf())).Where(e => e.TextOf("kind") == "note").ShouldHaveSingleItem();
        note.GetProperty("by").ValueKind.ShouldBe(JsonValueKind.Null);
        note.GetProperty("note").GetProperty("customerSees").GetBoolean().ShouldBeTrue();
        note.GetProperty("note").TextOf("text").ShouldContain($"Başvuru numaranız: {opened.NumberOf()}.");
        var clocks = await agent.GetAsync($"/api/requests/{opened.IdOf()}/clocks", Given.Stop).BodyAsync();
        clocks.GetProperty("firstAnswer").GetProperty("face").TextOf("state").ShouldBe("running", "the promise is the answer of a person");

        var byPhone = await agent.ARequestAsync(new { unit = "internet", channel = "fax" });
        await installation.DeliverFactsAsync();
        (await agent.TimelineAsync(byPhone.IdOf())).ShouldNotContain(e => e.TextOf("kind") == "note");
    }

    [Fact]
    [Requirement("P-15")]
    public async Task The_units_own_template_goes_before_the_general_one_and_none_is_no_answer()
    {
        var agent = await installation.AsAsync("agent2");
        var supervisor = await installation.AsAsync("supervisor1");
        var own = await supervisor.PostAsJsonAsync(
            "/api/note-templates",
            new { names = Three("Servis"), texts = Three("{{customer.name}}{{request.number}}Servisimiz arayacak."), kind = "automatic", unit = "appliance" },
            Given.Stop).BodyAsync();
        (await WriteDownAsync(agent, "web", "appliance")).TextOf("automaticAnswer").ShouldBe("Servisimiz arayacak.", "a gap stays empty");

        // It is no text that people take into a note.
        var request = await agent.ARequestAsync(new { unit = "appliance" });
        (await agent.GetAsync($"/api/requests/{request.IdOf()}/templates", Given.Stop).BodyAsync()).EnumerateArray().ShouldNotContain(t => t.TextOf("kind") == "automatic");

        await supervisor.DeleteAsync($"/api/note-templates/{own.IdOf()}", Given.Stop).BodyAsync();
        (await WriteDownAsync(agent, "web", "appliance")).TextOf("automaticAnswer").ShouldStartWith("Sayın ilgili,");
    }

    private async Task<JsonElement> WriteDownAsync(HttpClient agent, string channel, string unit, string? customerId = null)
        => await agent.PostAsJsonAsync(
            "/api/interactions",
            new { channel, unit, customerId, categoryId = installation.DefinitionOf("interaction_categories", "information_request"), text = "Soru" },
            Given.Stop).BodyAsync();

    private static object Three(string text) => new { tr = text, sv = text, en = text };
}
