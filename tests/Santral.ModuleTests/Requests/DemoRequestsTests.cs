namespace Santral.ModuleTests.Requests;

/// <summary>The demo's list looks like a working day.</summary>
[Collection(RequestsCollection.Name)]
public sealed class DemoRequestsTests(Installation installation)
{
    [Fact]
    public async Task Every_unit_has_requests_in_all_stages_and_numbers_follow_time()
    {
        var agent = await installation.AsAsync("supervisor1");

        foreach (var (unit, prefix) in new[] { ("internet", "ÇB"), ("appliance", "DK"), ("municipal", "KF") })
        {
            var rows = (await agent.GetAsync($"/api/requests?unit={unit}&sort=opened&take=200", Given.Stop).BodyAsync()).GetProperty("items").EnumerateArray().ToList();
            rows.Count.ShouldBeGreaterThanOrEqualTo(20);

            // The oldest are the demo's; the rest other tests made.
            rows = [.. rows.Take(20)];

            rows.ShouldAllBe(r => r.NumberOf().StartsWith(prefix));
            rows.Select(r => r.NumberOf()).ShouldBeInOrder();
            rows.Select(r => r.GetProperty("stage").TextOf("kind")).Distinct().Count().ShouldBeGreaterThanOrEqualTo(5);
            rows.ShouldAllBe(r => r.GetProperty("openedAt").GetDateTimeOffset() <= r.GetProperty("changedAt").GetDateTimeOffset());
        }
    }
}
