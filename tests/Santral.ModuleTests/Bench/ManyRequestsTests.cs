using System.Text.Json;
using Santral.LoadBench.Making;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Bench;

/// <summary>What only many requests show.</summary>
[Trait("Database", "one")]
public sealed class ManyRequestsTests(Installation installation) : IClassFixture<Installation>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_counted_to_a_thousand_and_found_by_what_many_have()
    {
        await MakeAll.RunAsync(installation.Services, new Order(1_800, 6, TimeProvider.System.GetUtcNow()), _ => { }, Stop);
        var supervisor = await installation.AsAsync("supervisor1");

        (await PageAsync(supervisor, "merged=all")).GetProperty("total").GetInt32().ShouldBe(1_001);
        (await PageAsync(supervisor, "kind=comment")).GetProperty("total").GetInt32().ShouldBeInRange(1, 1_000);
        var views = await supervisor.GetAsync("/api/requests/views/counts", Stop).BodyAsync();
        views.EnumerateObject().Select(view => view.Value.GetInt32()).ShouldAllBe(count => count <= 1_001);

        // So many are not named one by one any more: the list is walked along, the count is not.
        (await ShouldAllBeFoundAsync(supervisor, "tag=kampanya")).ShouldAllBe(row => row.GetProperty("tags").EnumerateArray().Any(tag => tag.GetString() == "kampanya"));
        await ShouldAllBeFoundAsync(supervisor, "text=internet");
        await ShouldAllBeFoundAsync(await installation.AsAsync("agent1"), "text=internet");
    }

    private static async Task<List<JsonElement>> ShouldAllBeFoundAsync(HttpClient person, string filter)
    {
        var first = await PageAsync(person, filter);
        var found = first.GetProperty("items").EnumerateArray().ToList();
        for (var page = first; page.GetProperty("next").GetString() is { } next;)
        {
            page = await PageAsync(person, $"{filter}&after={Uri.EscapeDataString(next)}");
            found.AddRange(page.GetProperty("items").EnumerateArray());
        }

        found.Count.ShouldBeGreaterThan(100);
        found.Select(row => row.IdOf()).Distinct().Count().ShouldBe(first.GetProperty("total").GetInt32());
        return found;
    }

    private static async Task<JsonElement> PageAsync(HttpClient person, string filter) => await person.GetAsync($"/api/requests?{filter}", Stop).BodyAsync();
}
