using System.Text.Json;

namespace Santral.ModuleTests.Customers;

/// <summary>Customers are found by name, number and telephone, however typed (W-S01, P-01).</summary>
[Collection(CustomersCollection.Name)]
public sealed class FindCustomersTests(Installation installation)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [Requirement("W-S01")]
    [InlineData("soft", "Soft Ltd. Şti.")]
    [InlineData("SOFT şti", "Soft Ltd. Şti.")]
    [InlineData("100200", "Soft Ltd. Şti.")]
    [InlineData("0212 333 44 55", "Soft Ltd. Şti.")]
    [InlineData("selin kaya", "Soft Ltd. Şti.")]
    [InlineData("4810058590", "Soft Ltd. Şti.")]
    [InlineData("YILMAZ elif", "Elif Yılmaz")]
    [InlineData("ısık ayse", "Ayşe Işık")]
    [InlineData("ibrahim SAHIN", "İbrahim Şahin")]
    [InlineData("akerlund", "Märta Åkerlund")]
    [InlineData("+46 70-174 06 05", "Märta Åkerlund")]
    [InlineData("070-174 06 05", "Märta Åkerlund")]
    [InlineData("0532 111 22 33", "Elif Yılmaz")]
    [InlineData("0532 111", "Elif Yılmaz")]
    [InlineData("elif.yilmaz@", "Elif Yılmaz")]
    public async Task The_customer_is_among_those_found(string q, string name)
        => (await NamesAsync(q)).ShouldContain(name);

    [Theory]
    [InlineData("nobody at all")]
    [InlineData("'; drop table customers_customer")]
    [InlineData("%")]
    [InlineData("0599 999 99 99")]
    public async Task What_nobody_is_called_finds_nobody(string q) => (await NamesAsync(q)).ShouldBeEmpty();

    [Fact]
    public async Task Pages_are_complete_and_without_twins()
    {
        var agent = await installation.AsAsync("agent1");
        var paged = new List<string>();
        string? next = "";
        do
        {
            var page = await agent.GetAsync($"/api/customers?take=7&after={next}", Stop).BodyAsync();
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("id").GetString()!));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);

        paged.ShouldBeUnique();
        paged.ShouldBe((await ItemsAsync("/api/customers?take=100")).Select(c => c.GetProperty("id").GetString()!));
        paged.Count.ShouldBeGreaterThanOrEqualTo(28);
    }

    [Theory]
    [InlineData("take=0")]
    [InlineData("take=101")]
    [InlineData("q=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task Too_much_is_refused(string query)
        => await (await installation.AsAsync("agent1")).GetAsync($"/api/customers?{query}", Stop).ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);

    [Fact]
    public async Task Who_may_not_read_customers_finds_none()
        => (await (await installation.AsAsync("buyer1")).GetAsync("/api/customers", Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

    private async Task<List<string>> NamesAsync(string q)
        => [.. (await ItemsAsync($"/api/customers?q={Uri.EscapeDataString(q)}")).Select(c => c.GetProperty("name").GetString()!)];

    private async Task<List<JsonElement>> ItemsAsync(string address)
        => [.. (await (await installation.AsAsync("agent1")).GetAsync(address, Stop).BodyAsync()).GetProperty("items").EnumerateArray()];
}
