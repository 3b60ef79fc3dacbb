using System.Text.Json;

namespace Santral.ModuleTests.Requests;

/// <summary>The list: filters, words, order and pages.</summary>
[Collection(RequestsCollection.Name)]
public sealed class FindRequestsTests(Installation installation)
{
    [Theory]
    [InlineData("-opened")]
    [InlineData("opened")]
    [InlineData("-changed")]
    [InlineData("changed")]
    [InlineData("number")]
    [InlineData("-number")]
    public async Task Pages_are_complete_and_without_twins_also_when_rows_come_between(string sort)
    {
        var agent = await installation.AsAsync("agent3");
        var all = await ItemsAsync(agent, $"/api/requests?unit=municipal&take=200&sort={sort}");
        all.Count.ShouldBeGreaterThan(15);

        var paged = new List<string>();
        string? next = "";
        var isFirst = true;
        do
        {
            var page = await agent.GetAsync($"/api/requests?unit=municipal&take=4&sort={sort}&after={next}", Given.Stop).BodyAsync();
            page.GetProperty("total").ValueKind.ShouldBe(isFirst ? JsonValueKind.Number : JsonValueKind.Null);
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(Given.IdOf));
            next = page.GetProperty("next").GetString();
            if (isFirst)
            {
                await agent.ARequestAsync(new { unit = "municipal" });
                isFirst = false;
            }
        }
        while (next is not null);

        paged.ShouldBeUnique();
        all.Select(Given.IdOf).Except(paged).ShouldBeEmpty();
    }

    [Fact]
    public async Task Numbers_sort_as_numbers_within_a_unit()
    {
        var agent = await installation.AsAsync("service1");

        var numbers = (await ItemsAsync(agent, "/api/requests?unit=appliance&sort=number&take=200")).Select(Given.NumberOf).ToList();

        numbers.ShouldBe(numbers.OrderBy(n => int.Parse(n.Split('-')[2], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("isigi kirmizi", "Modem ışığı kırmızı yanıyor")]
    [InlineData("IŞIĞI", "Modem ışığı kırmızı yanıyor")]
    [InlineData("ozturk modem", "Modem ışığı kırmızı yanıyor")]
    [InlineData("falet trad", null)]
    [InlineData("FALLET TRÄD", "Fallet träd över gångväg, Åsbacken")]
    [InlineData("mod kirm", "Modem ışığı kırmızı yanıyor")]
    [InlineData("odem", null)]
    [InlineData("\" OR modem) zzqqxx", null)]
    [InlineData("'modem':* | zzqqxx", null)]
    public async Task Words_find_subject_text_and_customer_however_typed(string words, string? subject)
    {
        var found = (await ItemsAsync(await installation.AsAsync("supervisor1"), $"/api/requests?text={Uri.EscapeDataString(words)}")).Select(r => r.TextOf("subject")).ToList();

        if (subject is null)
        {
            found.ShouldBeEmpty();
        }
        else
        {
            found.ShouldContain(subject);
        }
    }

    [Fact]
    public async Task A_number_is_found_in_any_case()
    {
        var agent = await installation.AsAsync("agent1");
        var opened = await agent.ARequestAsync();

        (await ItemsAsync(agent, $"/api/requests?text={Uri.EscapeDataString(opened.NumberOf().Replace('Ç', 'c').ToLowerInvariant())}"))
            .ShouldHaveSingleItem().IdOf().ShouldBe(opened.IdOf());
    }

    [Fact]
    public async Task Each_filter_shows_what_it_says()
    {
        var agent = await installation.AsAsync("agent1");

        (await ItemsAsync(agent, "/api/requests?stage=open&take=200")).ShouldAllBe(r => new[] { "new", "inProgress", "waiting", "approval" }.Contains(r.GetProperty("stage").TextOf("kind")));
        (await ItemsAsync(agent, "/api/requests?stage=resolved,closed&take=200")).ShouldAllBe(r => new[] { "resolved", "closed" }.Contains(r.GetProperty("stage").TextOf("kind")));
        (await ItemsAsync(agent, "/api/requests?kind=comment&take=200")).ShouldAllBe(r => r.TextOf("kind") == "comment");
        (await ItemsAsync(agent, "/api/requests?kind=none&take=200")).ShouldAllBe(r => r.GetProperty("kind").ValueKind == JsonValueKind.Null);
        (await ItemsAsync(await installation.AsAsync("agent3"), "/api/requests?unit=municipal&take=200")).ShouldAllBe(r => r.TextOf("unit") == "municipal");
        (await ItemsAsync(agent, "/api/requests?unit=mine&take=200")).Select(r => r.TextOf("unit")).Distinct().ShouldBe(["internet"]);
        (await ItemsAsync(agent, "/api/requests?owner=none&take=200")).ShouldAllBe(r => r.GetProperty("owner").ValueKind == JsonValueKind.Null);
        (await ItemsAsync(agent, "/api/requests?priority=urgent&take=200")).ShouldAllBe(r => r.GetProperty("priority").TextOf("code") == "urgent");
        var today = (await ItemsAsync(agent, "/api/requests?opened=today&take=200")).Count;
        var week = (await ItemsAsync(agent, "/api/requests?opened=week&take=200")).Count;
        week.ShouldBeGreaterThanOrEqualTo(today);
        (await ItemsAsync(agent, "/api/requests?resolved=week&take=200")).ShouldAllBe(r => new[] { "resolved", "closed" }.Contains(r.GetProperty("stage").TextOf("kind")));
    }

    [Fact]
    [Requirement("P-01")]
    public async Task Of_a_customer_his_requests_are_found()
    {
        var agent = await installation.AsAsync("agent1");
        var customer = (await agent.GetAsync("/api/customers?q=05321112233", Given.Stop).BodyAsync()).GetProperty("items")[0];

        var rows = await ItemsAsync(agent, $"/api/requests?customer={customer.IdOf()}&stage=open");

        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(r => r.TextOf("customerName") == "Elif Yılmaz");
    }

    [Theory]
    [InlineData("stage=opne", "requests.filter_invalid")]
    [InlineData("stage=1", "requests.filter_invalid")]
    [InlineData("kind=wish", "requests.filter_invalid")]
    [InlineData("channel=pigeon", "requests.filter_invalid")]
    [InlineData("owner=somebody", "requests.filter_invalid")]
    [InlineData("unit=nowhere", "requests.filter_invalid")]
    [InlineData("customer=1", "requests.filter_invalid")]
    [InlineData("opened=yesterday", "requests.filter_invalid")]
    [InlineData("sort=colour", "requests.filter_invalid")]
    [InlineData("after=nonsense", "request.cursor_invalid")]
    [InlineData("view=00000000-0000-0000-0000-000000000001", "requests.view_unknown")]
    public async Task What_is_not_understood_is_refused_never_ignored(string query, string code)
        => await (await installation.AsAsync("agent1")).GetAsync($"/api/requests?{query}", Given.Stop).ShouldBeRefusedAsync(code);

    [Theory]
    [InlineData("take=0")]
    [InlineData("take=201")]
    [InlineData("take=many")]
    [InlineData("view=mine")]
    public async Task What_is_no_parameter_is_a_bad_request(string query)
        => (await (await installation.AsAsync("agent1")).GetAsync($"/api/requests?{query}", Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Who_is_not_signed_in_sees_nothing()
        => (await installation.Anonymous().GetAsync("/api/requests", Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    private static async Task<List<JsonElement>> ItemsAsync(HttpClient agent, string address)
        => [.. (await agent.GetAsync(address, Given.Stop).BodyAsync()).GetProperty("items").EnumerateArray()];
}
