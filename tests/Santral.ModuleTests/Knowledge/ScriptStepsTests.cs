using System.Text.Json;

namespace Santral.ModuleTests.Knowledge;

/// <summary>An agent is led through a fault step by step, and how it ended is kept (I-22).</summary>
[Collection(KnowledgeCollection.Name)]
public sealed class ScriptStepsTests(Installation installation)
{
    [Fact]
    [Requirement("I-22")]
    public async Task Steps_are_followed_to_the_end_and_the_outcome_is_on_the_request()
    {
        var agent = await installation.AsAsync("tech1");
        var card = await agent.ARequestAsync("internet");
        var script = await agent.DemoIdAsync("Bağlantı kopması");
        var reading = await OpenAsync(agent, script, card.Id());
        (reading.Text("at"), reading.GetProperty("isOver").GetBoolean()).ShouldBe(("s1", false));

        reading = await FollowAsync(agent, reading, ("s1", null), ("s2", "a1"));
        reading.Text("at").ShouldBe("s6", "a green light goes to restarting");
        reading = await FollowAsync(agent, reading, ("s1", null), ("s2", "a1"), ("s6", "a1"), ("s7", null));

        (reading.Text("result"), reading.GetProperty("isOver").GetBoolean(), reading.GetProperty("helped").GetBoolean()).ShouldBe(("solved", true, true));
        reading.Text("note").ShouldContain("PON ışığı ne renk? → Sabit yeşil");
        var state = await agent.PostAsJsonAsync($"/api/knowledge/requests/{card.Id()}/articles", new { articleId = script, readingId = reading.Id() }, Writing.Stop).BodyAsync();
        state.GetProperty("usedArticles")[0].Text("result").ShouldBe("solved");
    }

    [Fact]
    [Requirement("I-22")]
    public async Task A_script_left_half_done_goes_on_where_it_was_left()
    {
        var agent = await installation.AsAsync("tech1");
        var colleague = await installation.AsAsync("expert1");
        var card = await agent.ARequestAsync("internet");
        var script = await agent.DemoIdAsync("Bağlantı kopması");
        var reading = await OpenAsync(agent, script, card.Id());
        await FollowAsync(agent, reading, ("s1", null), ("s2", "a2"));

        var later = await OpenAsync(colleague, script, card.Id());

        (later.Id(), later.Text("at")).ShouldBe((reading.Id(), "s3"));
        (await colleague.PostAsJsonAsync($"/api/knowledge/articles/{script}/readings", new { requestId = card.Id(), anew = true }, Writing.Stop).BodyAsync()).Text("at").ShouldBe("s1");
    }

    [Fact]
    public async Task An_answer_that_does_not_belong_there_is_refused_and_not_kept()
    {
        var agent = await installation.AsAsync("tech1");
        var reading = await OpenAsync(agent, await agent.DemoIdAsync("Bağlantı kopması"), null);

        await Put(new { answers = new[] { new { step = "s3" } } }).ShouldBeRefusedAsync("knowledge.step_not_next", HttpStatusCode.UnprocessableEntity);
        await Put(new { answers = new object[] { new { step = "s1" }, new { step = "s2", answer = "a9" } } }).ShouldBeRefusedAsync("knowledge.answer_unknown");
        await Put(new { answers = new object[] { new { step = "s1" }, new { step = "s2" } } }).ShouldBeRefusedAsync("knowledge.answer_needed");
        await Put(new { answers = new object?[] { null } }).ShouldBeRefusedAsync("knowledge.step_not_next");
        await Put(new { seconds = -1 }).ShouldBeRefusedAsync("request.invalid");
        await agent.PutAsJsonAsync($"/api/knowledge/readings/{Guid.Empty}", new { seconds = 1 }, Writing.Stop).ShouldBeRefusedAsync("knowledge.reading_unknown", HttpStatusCode.NotFound);
        (await Put(new { seconds = 5 }).BodyAsync()).GetProperty("answers").GetArrayLength().ShouldBe(0);

        Task<HttpResponseMessage> Put(object body) => agent.PutAsJsonAsync($"/api/knowledge/readings/{reading.Id()}", body, Writing.Stop);
    }

    [Fact]
    public async Task Use_shows_how_often_it_helped_and_where_it_was_left()
    {
        var writer = await installation.WriterAsync();

        var use = await writer.GetAsync($"/api/knowledge/articles/{await writer.DemoIdAsync("Bağlantı kopması")}/use", Writing.Stop).BodyAsync();

        use.GetProperty("opened").GetInt32().ShouldBeGreaterThan(50);
        use.GetProperty("helped").GetInt32().ShouldBeInRange(1, 99);
        var reached = use.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("reached").GetInt32()).ToList();
        reached[0].ShouldBeGreaterThan(reached[2]);
        use.GetProperty("leftAt").GetProperty("count").GetInt32().ShouldBeGreaterThan(0);
    }

    private static async Task<JsonElement> OpenAsync(HttpClient agent, string script, string? requestId)
        => await agent.PostAsJsonAsync($"/api/knowledge/articles/{script}/readings", new { requestId }, Writing.Stop).BodyAsync();

    private static async Task<JsonElement> FollowAsync(HttpClient agent, JsonElement reading, params (string Step, string? Answer)[] answers)
        => await agent.PutAsJsonAsync(
            $"/api/knowledge/readings/{reading.Id()}", new { answers = answers.Select(a => new { step = a.Step, answer = a.Answer }), seconds = 60 }, Writing.Stop).BodyAsync();
}
