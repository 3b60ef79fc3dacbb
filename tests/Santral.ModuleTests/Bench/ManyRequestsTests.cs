using Santral.LoadBench.Making;

namespace Santral.ModuleTests.Bench;

/// <summary>What only many requests show.</summary>
public sealed class ManyRequestsTests(Installation installation) : IClassFixture<Installation>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_counted_to_a_thousand()
    {
        await MakeAll.RunAsync(installation.Services, new Order(1_300, 6, TimeProvider.System.GetUtcNow()), _ => { }, Stop);
        var supervisor = await installation.AsAsync("supervisor1");

        (await TotalAsync("merged=all")).ShouldBe(1_001);
        (await TotalAsync("kind=comment")).ShouldBeInRange(1, 1_000);
        var views = await supervisor.GetAsync("/api/requests/views/counts", Stop).BodyAsync();
        views.EnumerateObject().Select(view => view.Value.GetInt32()).ShouldAllBe(count => count <= 1_001);

        async Task<int> TotalAsync(string filter) => (await supervisor.GetAsync($"/api/requests?take=1&{filter}", Stop).BodyAsync()).GetProperty("total").GetInt32();
    }
}
