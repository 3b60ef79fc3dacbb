namespace Santral.ModuleTests.Requests;

/// <summary>Every contact counts, with or without a request (M-03).</summary>
[Collection(RequestsCollection.Name)]
public sealed class FindInteractionsTests(Installation installation)
{
    [Fact]
    [Requirement("M-03")]
    public async Task A_call_without_a_request_is_a_contact_and_counts_once()
    {
        var agent = await installation.AsAsync("agent1");
        var call = await installation.ACallAsync();

        await installation.HappenAsync(call.Answered, call.Ended, call.Ended, call.Arrived);

        var rows = await RowsAsync(agent, $"/api/interactions?customer={call.Caller.Customer!.Id}&take=200");
        var row = rows.Single(r => r.GetProperty("id").GetGuid() == call.Id.Value);
        row.GetProperty("hasRequest").GetBoolean().ShouldBeFalse();
        row.GetProperty("talkedSeconds").GetInt32().ShouldBe(125);
        row.TextOf("endReason").ShouldBe("callerHungUp");
    }

    [Fact]
    [Requirement("M-03")]
    public async Task A_withheld_caller_is_a_contact_too()
    {
        var agent = await installation.AsAsync("agent1");
        var call = await installation.ACallAsync(from: null);

        var row = (await RowsAsync(agent, "/api/interactions?unit=internet&take=200")).Single(r => r.GetProperty("id").GetGuid() == call.Id.Value);

        row.GetProperty("callingNumber").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        row.TextOf("callerClass").ShouldBe("unidentified");
    }

    [Fact]
    public async Task Pages_are_complete_and_without_twins()
    {
        var agent = await installation.AsAsync("agent3");
        var all = await RowsAsync(agent, "/api/interactions?unit=municipal&take=200");

        var paged = new List<string>();
        var next = "";
        do
        {
            var page = await agent.GetAsync($"/api/interactions?unit=municipal&take=3&after={next}", Given.Stop).BodyAsync();
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(r => r.IdOf()));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);

        paged.ShouldBe(all.Select(r => r.IdOf()));
        all.Count.ShouldBeGreaterThan(3);
    }

    private static async Task<List<System.Text.Json.JsonElement>> RowsAsync(HttpClient agent, string address)
        => [.. (await agent.GetAsync(address, Given.Stop).BodyAsync()).GetProperty("items").EnumerateArray()];
}
