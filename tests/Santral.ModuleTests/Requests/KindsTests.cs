using System.Text.Json;

namespace Santral.ModuleTests.Requests;

/// <summary>The kind decides the sections, what may become of a request, and can be changed on the same record.</summary>
[Collection(RequestsCollection.Name)]
public sealed class KindsTests(Installation installation)
{
    [Fact]
    [Requirement("M-05")]
    [Requirement("M-11")]
    [Requirement("M-10")]
    public async Task Information_becomes_action_on_the_same_record_and_both_sections_stay()
    {
        var agent = await installation.AsAsync("agent3");
        var card = await agent.ChangeAsync(
            await agent.ADescribedRequestAsync("Vilken dag hämtas soporna?", "information"), ("answer", "På tisdagar."));
        card.GetProperty("canHaveWorkOrder").GetBoolean().ShouldBeFalse();

        var action = await agent.ChangeAsync(card, ("kind", "action"), ("work", "Hämta kärlet"), ("place", "Björkvägen 9"), ("wantedOn", "2026-12-01"));

        action.NumberOf().ShouldBe(card.NumberOf());
        action.TextOf("kind").ShouldBe("action");
        action.GetProperty("canHaveWorkOrder").GetBoolean().ShouldBeTrue();
        var sections = action.GetProperty("sections");
        (sections.TextOf("answer"), sections.TextOf("work"), sections.TextOf("place"), sections.TextOf("wantedOn")).ShouldBe(("På tisdagar.", "Hämta kärlet", "Björkvägen 9", "2026-12-01"));
        (await agent.TimelineAsync(card.IdOf())).SelectMany(e => e.TextOf("kind") == "change" ? e.GetProperty("change").GetProperty("fields").EnumerateArray().ToList() : [])
            .ShouldContain(f => f.TextOf("name") == "kind" && f.TextOf("to") == "action" && f.GetProperty("from").GetString() == "information");
    }

    [Fact]
    [Requirement("M-11")]
    public async Task A_question_that_was_answered_is_in_work_again_when_it_becomes_action()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ADescribedRequestAsync("Fatura tarihi ne zaman?", "information");
        var answered = await agent.PostAsJsonAsync($"/api/requests/{card.IdOf()}/stage", new { version = card.VersionOf(), stage = "resolved" }, Given.Stop).BodyAsync();
        answered.GetProperty("stage").TextOf("kind").ShouldBe("resolved");

        var action = await agent.ChangeAsync(answered, ("kind", "action"));

        action.NumberOf().ShouldBe(card.NumberOf());
        action.GetProperty("stage").TextOf("kind").ShouldBe("inProgress");
        (await agent.TimelineAsync(card.IdOf())).Count(e => e.TextOf("kind") == "stage").ShouldBe(2);
    }

    [Fact]
    [Requirement("M-20")]
    public async Task A_comment_is_closed_at_once_and_cannot_be_given_to_anybody()
    {
        var agent = await installation.AsAsync("agent3");
        var card = await agent.ADescribedRequestAsync("Tack för hjälpen", "comment");

        card.GetProperty("stage").TextOf("kind").ShouldBe("closed");
        card.GetProperty("canHaveWorkOrder").GetBoolean().ShouldBeFalse();
        await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}/owner", new { version = card.VersionOf(), userId = installation.PersonOf("agent1").Value }, Given.Stop)
            .ShouldBeRefusedAsync("requests.comment_is_done", HttpStatusCode.Conflict);
    }

    [Fact]
    [Requirement("M-01")]
    [Requirement("W-D02")]
    public async Task Kinds_and_methods_are_counted()
    {
        var agent = await installation.AsAsync("agent3");
        var before = await CountAsync(agent, "requestKind", "information");
        var fax = installation.DefinitionOf("contact_methods", "fax");
        var faxes = await CountAsync(agent, "requestMethod", fax);

        await agent.ChangeAsync(await agent.ADescribedRequestAsync("En fråga", "information"), ("contactMethodId", fax));

        (await CountAsync(agent, "requestKind", "information")).ShouldBe(before + 1);
        (await CountAsync(agent, "requestMethod", fax)).ShouldBe(faxes + 1);
        await agent.GetAsync("/api/requests/volumes?by=shoeSize", Given.Stop).ShouldBeRefusedAsync("requests.filter_invalid");
    }

    [Fact]
    [Requirement("M-02")]
    public async Task The_way_it_came_is_kept()
    {
        var agent = await installation.AsAsync("agent3");
        foreach (var channel in new[] { "email", "fax", "letter" })
        {
            var opened = await agent.ARequestAsync(new { channel });
            (await agent.CardAsync(opened.IdOf())).TextOf("channel").ShouldBe(channel);
            var came = await agent.ItemsAsync($"/api/requests?owner=none&channel={channel}");
            came.ShouldContain(r => r.IdOf() == opened.IdOf());
            came.ShouldAllBe(r => r.TextOf("channel") == channel);
            (await agent.ItemsAsync("/api/requests?owner=none&channel=none,phone")).ShouldNotContain(r => r.IdOf() == opened.IdOf());
        }
    }

    [Fact]
    [Requirement("P-04")]
    public async Task An_answer_is_kept_as_a_note_the_customer_may_see()
    {
        var agent = await installation.AsAsync("agent3");
        var card = await agent.ADescribedRequestAsync("Öppettider?", "information");

        await agent.PostAsJsonAsync($"/api/requests/{card.IdOf()}/notes", new { text = "Vi har öppet till 18.", customerSees = true }, Given.Stop).BodyAsync();

        (await agent.TimelineAsync(card.IdOf())).Single(e => e.TextOf("kind") == "note").GetProperty("note").GetProperty("customerSees").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    [Requirement("W-D01")]
    [Requirement("P-08")]
    public async Task An_interaction_without_a_category_is_not_saved()
    {
        var agent = await installation.AsAsync("agent1");
        var category = installation.DefinitionOf("interaction_categories", "information_request");
        var count = (await agent.ItemsAsync("/api/interactions?take=200")).Count;

        await agent.PostAsJsonAsync("/api/interactions", new { channel = "email", text = "Soru" }, Given.Stop)
            .ShouldBeRefusedAsync("requests.interaction_category_needed", HttpStatusCode.UnprocessableEntity);
        await agent.PostAsJsonAsync("/api/interactions", new { channel = "email", categoryId = installation.PriorityOf("high") }, Given.Stop)
            .ShouldBeRefusedAsync("definitions.not_offered");
        (await agent.ItemsAsync("/api/interactions?take=200")).Count.ShouldBe(count);
        var saved = await agent.PostAsJsonAsync(
            "/api/interactions", new { channel = "email", categoryId = category, methodId = installation.DefinitionOf("contact_methods", "email"), text = "Soru" }, Given.Stop).BodyAsync();

        saved.GetProperty("category").GetProperty("names").TextOf("tr").ShouldBe("Bilgi Talebi");
        (await agent.ItemsAsync($"/api/interactions?category={category}")).ShouldContain(i => i.IdOf() == saved.IdOf());
    }

    private static async Task<int> CountAsync(HttpClient agent, string by, string code)
        => (await agent.GetAsync($"/api/requests/volumes?by={by}", Given.Stop).BodyAsync()).GetProperty("groups").EnumerateArray()
            .Where(g => g.GetProperty("code") is { ValueKind: JsonValueKind.String } known && known.GetString() == code)
            .Sum(g => g.GetProperty("count").GetInt32());
}
