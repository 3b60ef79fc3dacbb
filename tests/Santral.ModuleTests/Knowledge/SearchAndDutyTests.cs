using System.Text.Json;

namespace Santral.ModuleTests.Knowledge;

/// <summary>Searches are kept with their request, and where the unit asks for one nothing is closed without it (M-06, M-07, P-04).</summary>
[Collection(KnowledgeCollection.Name)]
public sealed class SearchAndDutyTests(Installation installation)
{
    [Theory]
    [InlineData("sophämtningen", "Sophämtning: dagar och tider")]
    [InlineData("SOPHAMTNING", "Sophämtning: dagar och tider")]
    [InlineData("oppettider atervinningscentralen", "Återvinningscentral: öppettider")]
    [InlineData("PON IŞIĞI KIRMIZI", "PON ışığı kırmızı")]
    [InlineData("garantisi kaç yıl", "Garanti süresi ve kapsamı")]
    [InlineData("baglanti koppması", "Bağlantı kopması")]
    public async Task Words_are_found_in_other_forms_and_with_a_wrong_letter(string words, string title)
        => (await (await installation.AsAsync("agent1")).SearchAsync(words)).Hits()[0].Text("title").ShouldBe(await TitleAsync(title));

    [Fact]
    [Requirement("M-06")]
    public async Task Closing_without_a_search_is_refused_where_the_unit_asks_for_one()
    {
        var agent = await installation.AsAsync("agent3");
        var card = await agent.ARequestAsync("municipal");
        (await StateAsync(agent, card.Id())).GetProperty("owes").GetBoolean().ShouldBeTrue();

        await agent.MoveAsync(card, "resolved").ShouldBeRefusedAsync("knowledge.search_needed", HttpStatusCode.Conflict);
        var search = await agent.SearchAsync("öppettider", card.Id());
        search.Hits().ShouldNotBeEmpty();

        var state = await StateAsync(agent, card.Id());
        (state.GetProperty("isDuty").GetBoolean(), state.GetProperty("owes").GetBoolean(), state.GetProperty("searches").GetInt32()).ShouldBe((true, false, 1));
        (await agent.MoveAsync(await agent.CardAsync(card.Id()), "resolved").BodyAsync()).GetProperty("stage").Text("kind").ShouldBe("resolved");
    }

    [Fact]
    [Requirement("M-06")]
    public async Task The_duty_is_switched_by_unit()
    {
        var writer = await installation.WriterAsync();
        var agent = await installation.AsAsync("agent2");
        var card = await agent.ARequestAsync("appliance");
        (await StateAsync(agent, card.Id())).GetProperty("owes").GetBoolean().ShouldBeFalse();

        await writer.PutAsJsonAsync("/api/knowledge/duties/appliance", new { isRequired = true }, Writing.Stop).BodyAsync();
        (await StateAsync(agent, card.Id())).GetProperty("owes").GetBoolean().ShouldBeTrue();
        var duties = await writer.PutAsJsonAsync("/api/knowledge/duties/appliance", new { isRequired = false }, Writing.Stop).BodyAsync();

        duties.EnumerateArray().Single(d => d.Text("unit") == "municipal").GetProperty("isRequired").GetBoolean().ShouldBeTrue();
        await writer.PutAsJsonAsync("/api/knowledge/duties/nowhere", new { isRequired = true }, Writing.Stop).ShouldBeRefusedAsync("knowledge.unit_unknown");
    }

    [Fact]
    [Requirement("M-07")]
    public async Task The_article_that_answered_is_kept_on_the_request_which_is_then_closed()
    {
        var agent = await installation.AsAsync("agent3");
        var card = await agent.ARequestAsync("municipal");
        var found = (await agent.SearchAsync("återvinningscentral öppet", card.Id())).Hits()[0];
        await agent.PostAsJsonAsync($"/api/knowledge/articles/{found.Id()}/readings", new { requestId = card.Id() }, Writing.Stop).BodyAsync();

        await UseAsync(agent, card.Id(), found.Id());
        var state = await UseAsync(agent, card.Id(), found.Id());

        var used = state.GetProperty("usedArticles").EnumerateArray().ShouldHaveSingleItem();
        (used.Text("title"), used.Text("kind")).ShouldBe(("Återvinningscentral: öppettider", "text"));
        used.Text("by").ShouldBe("Åsa Lindqvist");
        var timeline = await agent.GetAsync($"/api/requests/{card.Id()}/timeline", Writing.Stop).BodyAsync();
        timeline.ToString().ShouldContain("Återvinningscentral: öppettider");
        (await agent.MoveAsync(await agent.CardAsync(card.Id()), "resolved").BodyAsync()).GetProperty("stage").Text("kind").ShouldBe("resolved");
    }

    [Fact]
    [Requirement("P-04")]
    public async Task An_answer_is_a_note_that_the_customer_may_see()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ARequestAsync("internet");
        var id = await agent.DemoIdAsync("Faturadaki tek seferlik ücretler");
        await UseAsync(agent, card.Id(), id);
        var article = await agent.ReadAsync(id);

        await agent.PostAsJsonAsync($"/api/requests/{card.Id()}/notes", new { text = article.Text("title"), customerSees = true }, Writing.Stop).BodyAsync();

        var note = (await agent.GetAsync($"/api/requests/{card.Id()}/timeline", Writing.Stop).BodyAsync()).EnumerateArray().Single(e => e.Text("kind") == "note").GetProperty("note");
        (note.Text("text"), note.GetProperty("customerSees").GetBoolean()).ShouldBe(("Faturadaki tek seferlik ücretler", true));
    }

    [Fact]
    public async Task What_was_searched_and_not_found_is_listed_until_somebody_writes_it()
    {
        var writer = await installation.WriterAsync();
        var agent = await installation.AsAsync("agent1");
        await agent.SearchAsync("zurna akordu", unit: "internet");
        await agent.SearchAsync("ZURNA AKORDU", unit: "internet");
        (await NotFoundAsync(writer)).ShouldContain(("zurna akordu", 2), "the same question in other letters");

        await writer.APublishedTextAsync("Zurna akordu nasıl yapılır");

        (await NotFoundAsync(writer)).ShouldNotContain(q => q.Words == "zurna akordu");
    }

    [Fact]
    public async Task Typing_on_is_one_search()
    {
        var agent = await installation.AsAsync("agent3");
        var card = await agent.ARequestAsync("municipal");
        var first = await agent.SearchAsync("åter", card.Id());
        var next = await agent.PostAsJsonAsync(
            "/api/knowledge/searches", new { words = "återvinning", requestId = card.Id(), searchId = first.GetProperty("searchId").GetString() }, Writing.Stop).BodyAsync();

        next.Text("searchId").ShouldBe(first.Text("searchId"));
        (await StateAsync(agent, card.Id())).GetProperty("searches").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_too_long_and_for_nothing_is_refused()
    {
        var agent = await installation.AsAsync("agent1");

        await Post(new { words = " " }).ShouldBeRefusedAsync("knowledge.words_needed");
        await Post(new { words = new string('x', 201) }).ShouldBeRefusedAsync("request.invalid");
        await Post(new { words = "x", requestId = Guid.Empty }).ShouldBeRefusedAsync("knowledge.request_unknown", HttpStatusCode.NotFound);
        await agent.PostAsJsonAsync($"/api/knowledge/requests/{Guid.Empty}/articles", new { articleId = Guid.Empty }, Writing.Stop).ShouldBeRefusedAsync("knowledge.request_unknown");
        var card = await agent.ARequestAsync("internet");
        await agent.PostAsJsonAsync($"/api/knowledge/requests/{card.Id()}/articles", new { articleId = card.Id() }, Writing.Stop).ShouldBeRefusedAsync("knowledge.unknown", HttpStatusCode.NotFound);
        (await installation.Anonymous().PostAsJsonAsync("/api/knowledge/searches", new { words = "x" }, Writing.Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        Task<HttpResponseMessage> Post(object body) => agent.PostAsJsonAsync("/api/knowledge/searches", body, Writing.Stop);
    }

    [Theory]
    [InlineData("agent3", "municipal")]
    [InlineData("agent1", "internet")]
    public async Task The_tree_says_for_which_units_the_reader_works(string user, string unit)
    {
        var tree = await (await installation.AsAsync(user)).GetAsync("/api/knowledge/tree", Writing.Stop).BodyAsync();

        tree.GetProperty("ownUnits").EnumerateArray().Select(u => u.GetString()).ShouldBe([unit]);
    }

    /// <summary>As the reader sees it: his language if the article has it.</summary>
    private async Task<string> TitleAsync(string title)
    {
        var agent = await installation.AsAsync("agent1");
        var tree = await agent.GetAsync("/api/knowledge/tree", Writing.Stop).BodyAsync();
        return tree.GetProperty("articles").EnumerateArray().Any(a => a.Text("title") == title) ? title : "Çöp toplama: günler ve saatler";
    }

    private static async Task<List<(string Words, int Count)>> NotFoundAsync(HttpClient writer)
        => [.. (await writer.GetAsync("/api/knowledge/not-found", Writing.Stop).BodyAsync()).EnumerateArray().Select(q => (q.Text("words").ToLowerInvariant(), q.GetProperty("count").GetInt32()))];

    private static Task<JsonElement> StateAsync(HttpClient agent, string request) => agent.GetAsync($"/api/knowledge/requests/{request}", Writing.Stop).BodyAsync();

    private static async Task<JsonElement> UseAsync(HttpClient agent, string request, string articleId)
        => await agent.PostAsJsonAsync($"/api/knowledge/requests/{request}/articles", new { articleId }, Writing.Stop).BodyAsync();
}
