using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Requests.Data;

namespace Santral.ModuleTests.Requests;

/// <summary>One click, one numbered empty request (M-04).</summary>
[Collection(RequestsCollection.Name)]
public sealed class OpenRequestTests(Installation installation)
{
    [Fact]
    [Requirement("M-04")]
    public async Task One_click_gives_number_and_time_and_all_else_empty()
    {
        var agent = await installation.AsAsync("agent1");

        var opened = await agent.ARequestAsync();

        opened.NumberOf().ShouldStartWith("ÇB-");
        var card = await agent.CardAsync(opened.IdOf());
        card.NumberOf().ShouldBe(opened.NumberOf());
        card.TextOf("openedAt").ShouldNotBeNullOrEmpty();
        foreach (var empty in new[] { "kind", "contactMethod", "customer", "owner", "team", "channel", "resolvedAt" })
        {
            card.TryGetProperty(empty, out var value).ShouldBeTrue(empty);
            value.ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null, empty);
        }

        (card.TextOf("subject"), card.TextOf("text")).ShouldBe(("", ""));
        card.GetProperty("calls").GetArrayLength().ShouldBe(0);
        card.GetProperty("stage").TextOf("kind").ShouldBe("new");
        card.GetProperty("openedBy").TextOf("name").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    [Requirement("W-S03")]
    [Requirement("P-05")]
    public async Task A_saved_request_has_a_number_a_history_row_and_is_on_the_list()
    {
        var agent = await installation.AsAsync("agent1");

        var card = await agent.ADescribedRequestAsync("Modem ışığı söndü");

        (await agent.TimelineAsync(card.IdOf())).ShouldContain(e => e.TextOf("kind") == "change");
        var page = await agent.GetAsync("/api/requests?text=isigi sondu&owner=me", Given.Stop).BodyAsync();
        page.GetProperty("items").EnumerateArray().ShouldHaveSingleItem().NumberOf().ShouldBe(card.NumberOf());
    }

    [Theory]
    [InlineData("agent1", "ÇB")]
    [InlineData("service1", "DK")]
    [InlineData("agent3", "KF")]
    public async Task The_series_is_that_of_the_agents_unit(string user, string series)
        => (await (await installation.AsAsync(user)).ARequestAsync()).NumberOf().ShouldStartWith($"{series}-");

    [Fact]
    public async Task A_call_says_the_unit_and_is_linked()
    {
        var agent = await installation.AsAsync("agent2");
        var call = await installation.ACallAsync("agent2", "appliance");

        var opened = await agent.ARequestAsync(new { callId = call.Id.Value, unit = "internet" });

        opened.NumberOf().ShouldStartWith("DK-");
        var card = await agent.CardAsync(opened.IdOf());
        card.TextOf("channel").ShouldBe("phone");
        card.GetProperty("calls").EnumerateArray().ShouldHaveSingleItem().GetGuid().ShouldBe(call.Id.Value);
    }

    [Fact]
    [Requirement("P-14")]
    public async Task Who_calls_is_called_back_by_the_team_that_took_the_call()
    {
        var agent = await installation.AsAsync("agent1");
        var call = await installation.ACallAsync();
        await installation.HappenAsync(call.Answered);

        var card = await agent.CardAsync((await agent.ARequestAsync(new { callId = call.Id.Value })).IdOf());

        card.GetProperty("team").IdOf().ShouldBe(call.Team.ToString());
        card.GetProperty("contactMethod").TextOf("code").ShouldBe("phone");
    }

    [Fact]
    public async Task A_call_nobody_has_taken_gives_no_team()
    {
        var agent = await installation.AsAsync("agent1");
        var call = await installation.ACallAsync();

        var card = await agent.CardAsync((await agent.ARequestAsync(new { callId = call.Id.Value })).IdOf());

        card.GetProperty("team").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_second_click_in_one_call_is_a_second_request()
    {
        var agent = await installation.AsAsync("agent1");
        var call = await installation.ACallAsync();

        var first = await agent.ARequestAsync(new { callId = call.Id.Value });
        var second = await agent.ARequestAsync(new { callId = call.Id.Value });

        second.IdOf().ShouldNotBe(first.IdOf());
        var about = await agent.GetAsync($"/api/requests?call={call.Id}", Given.Stop).BodyAsync();
        about.GetProperty("total").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task The_same_key_twice_is_one_request_also_at_the_same_moment()
    {
        var agent = await installation.AsAsync("agent1");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostAsync(agent, "key-of-one-click", new { })));

        var numbers = new List<string>();
        foreach (var answer in answers)
        {
            numbers.Add((await answer.BodyAsync()).NumberOf());
        }

        numbers.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_same_key_for_something_else_is_refused_and_of_someone_else_is_his()
    {
        var agent = await installation.AsAsync("agent2");
        var other = await installation.AsAsync("tech1");
        var mine = await PostAsync(agent, "shared-key", new { unit = "internet" }).BodyAsync();

        await PostAsync(agent, "shared-key", new { unit = "appliance" }).ShouldBeRefusedAsync("requests.idempotency_key_reused", HttpStatusCode.UnprocessableEntity);
        (await PostAsync(other, "shared-key", new { }).BodyAsync()).IdOf().ShouldNotBe(mine.IdOf());
        await PostAsync(agent, new string('k', 101), new { }).ShouldBeRefusedAsync("requests.idempotency_key_invalid");
    }

    [Fact]
    public async Task Twenty_at_once_take_numbers_without_gap_or_twin()
    {
        var agent = await installation.AsAsync("agent3");
        var before = await LastAsync();

        var numbers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => (await agent.ARequestAsync(new { unit = "municipal" })).NumberOf()));

        numbers.Select(RunningOf).Order().ShouldBe(Enumerable.Range(1, 20).Select(n => before + n));

        async Task<long> LastAsync() => RunningOf((await agent.ARequestAsync(new { unit = "municipal" })).NumberOf());
    }

    [Fact]
    public async Task A_refused_opening_takes_no_number()
    {
        var agent = await installation.AsAsync("service1");
        var before = RunningOf((await agent.ARequestAsync(new { unit = "appliance" })).NumberOf());

        await agent.PostAsJsonAsync("/api/requests", new { unit = "appliance", customerId = Guid.Empty }, Given.Stop)
            .ShouldBeRefusedAsync("requests.customer_unknown", HttpStatusCode.UnprocessableEntity);
        await agent.PostAsJsonAsync("/api/requests", new { callId = Guid.Empty }, Given.Stop).ShouldBeRefusedAsync("requests.call_unknown");
        await agent.PostAsJsonAsync("/api/requests", new { unit = "nowhere" }, Given.Stop).ShouldBeRefusedAsync("requests.unit_unknown");

        RunningOf((await agent.ARequestAsync(new { unit = "appliance" })).NumberOf()).ShouldBe(before + 1);
    }

    [Theory]
    [InlineData("""{"callId":7}""")]
    [InlineData("""{"customerId":"somebody"}""")]
    [InlineData("""{"unit":["internet"]}""")]
    [InlineData("""{"unit":"a-name-of-a-unit-that-is-much-too-long-for-any-unit"}""")]
    [InlineData("""{""")]
    [InlineData("")]
    public async Task What_is_no_request_is_refused(string body)
    {
        var agent = await installation.AsAsync("agent1");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        (await agent.PostAsync("/api/requests", content, Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Who_may_not_write_opens_nothing()
    {
        var buyer = await installation.AsAsync("buyer1");

        (await buyer.PostAsJsonAsync("/api/requests", new { }, Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await installation.Anonymous().PostAsJsonAsync("/api/requests", new { }, Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_fact_names_the_number()
    {
        var opened = await (await installation.AsAsync("agent1")).ARequestAsync();

        await using var scope = installation.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RequestsDb>();
        var facts = await db.Outbox.Where(o => o.Name == "requests.opened" && o.Body.Contains(opened.IdOf())).ToListAsync(Given.Stop);
        facts.ShouldHaveSingleItem().Body.ShouldContain(opened.NumberOf()[3..]);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient agent, string key, object body)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/requests") { Content = JsonContent.Create(body) };
        message.Headers.Add("Idempotency-Key", key);
        return await agent.SendAsync(message, Given.Stop);
    }

    private static long RunningOf(string number) => long.Parse(number.Split('-')[^1], CultureInfo.InvariantCulture);
}
