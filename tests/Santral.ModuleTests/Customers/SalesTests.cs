namespace Santral.ModuleTests.Customers;

/// <summary>Opportunities, orders and suggestions from the desk (P-02, P-03, P-06).</summary>
[Collection(CustomersCollection.Name)]
public sealed class SalesTests(Installation installation)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("P-02")]
    public async Task An_opportunity_is_linked_to_its_request_and_decided()
    {
        var agent = await installation.AsAsync("agent1");
        var customer = await agent.PersonAsync("Fırsat", "Kişi");
        var request = await agent.PostAsJsonAsync("/api/requests", new { customerId = customer.Key(), unit = "internet" }, Stop).BodyAsync();

        var opened = await agent.PostAsJsonAsync(
            "/api/opportunities",
            new { customerId = customer.Key(), requestId = request.Key(), subject = "İkinci hat", amount = new { minor = 50_000, currency = "TRY" }, note = "Yıl sonu" },
            Stop).BodyAsync();

        opened.Said("number").ShouldStartWith("SF-");
        opened.Said("requestId").ShouldBe(request.Key());
        (await agent.ItemsAsync($"/api/opportunities?request={request.Key()}")).Select(Written.Key).ShouldBe([opened.Key()]);
        var won = await DecideAsync(opened.Seen());
        (await won.BodyAsync()).Said("stage").ShouldBe("won");
        await DecideAsync(opened.Seen()).ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);

        Task<HttpResponseMessage> DecideAsync(int version) => agent.PutAsJsonAsync($"/api/opportunities/{opened.Key()}", new { version, stage = "won", subject = "İkinci hat" }, Stop);
    }

    [Fact]
    [Requirement("P-03")]
    public async Task An_order_is_linked_to_customer_and_request_and_taken_back()
    {
        var agent = await installation.AsAsync("agent1");
        var customer = await agent.PersonAsync("Sipariş", "Kişi");
        var request = await agent.PostAsJsonAsync("/api/requests", new { customerId = customer.Key(), unit = "internet" }, Stop).BodyAsync();
        var body = new { customerId = customer.Key(), requestId = request.Key(), lines = new[] { new { product = "Filtre", quantity = 2, unitPrice = new { minor = 34_900, currency = "TRY" } }, new { product = "Boru", quantity = 1, unitPrice = new { minor = 100, currency = "TRY" } } } };

        var taken = await agent.SendOnceAsync("/api/order-notes", body, "order-1").BodyAsync();
        (await agent.SendOnceAsync("/api/order-notes", body, "order-1").BodyAsync()).Key().ShouldBe(taken.Key());

        taken.GetProperty("total").GetProperty("minor").GetInt64().ShouldBe(69_900);
        (await agent.ItemsAsync($"/api/order-notes?customer={customer.Key()}")).Count.ShouldBe(1);
        (await agent.PostAsJsonAsync($"/api/order-notes/{taken.Key()}/cancel", new { version = taken.Seen() }, Stop).BodyAsync()).GetProperty("cancelledAt").GetString().ShouldNotBeNull();
        await agent.PutAsJsonAsync($"/api/order-notes/{taken.Key()}", new { version = taken.Seen() + 1, lines = body.lines }, Stop).ShouldBeRefusedAsync("customers.order_cancelled", HttpStatusCode.Conflict);
    }

    [Fact]
    [Requirement("P-06")]
    public async Task Who_has_one_thing_is_offered_the_other_and_one_click_notes_it()
    {
        var agent = await installation.AsAsync("agent1");
        var customer = (await agent.ItemsAsync("/api/customers?q=Tuğba Ergün"))[0];
        var path = $"/api/customers/{customer.Key()}/suggestions";
        var hint = (await agent.ItemsAsync(path)).ShouldHaveSingleItem();
        hint.GetProperty("offer").Said("tr").ShouldBe("Ek garanti");

        var taken = await agent.PostAsJsonAsync($"{path}/{hint.Said("ruleId")}", new { }, Stop).BodyAsync();
        var again = await agent.PostAsJsonAsync($"{path}/{hint.Said("ruleId")}", new { }, Stop).BodyAsync();

        again.Key().ShouldBe(taken.Key());
        taken.GetProperty("isSuggested").GetBoolean().ShouldBeTrue();
        (await agent.ItemsAsync(path)).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("P-06")]
    public async Task Rules_are_written_by_who_may()
    {
        var (agent, lead) = (await installation.AsAsync("agent1"), await installation.AsAsync("supervisor1"));
        var body = new { hasPlan = "IŞIK paketi", lacksPlan = "Yedek hat", offer = new { tr = "Yedek hat", sv = "Reservlinje", en = "Backup line" }, amount = new { minor = 100, currency = "TRY" } };

        (await agent.PostAsJsonAsync("/api/cross-sell-rules", body, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await lead.PostAsJsonAsync("/api/cross-sell-rules", new { hasPlan = "X", offer = body.offer }, Stop).ShouldBeRefusedAsync("customers.rule_condition_needed");
        var rule = await lead.PostAsJsonAsync("/api/cross-sell-rules", body, Stop).BodyAsync();
        var customer = await agent.PersonAsync("Paketli", "Kişi");
        await agent.SubscriptionAsync(customer, "ışık Paketi aile");
        (await agent.ItemsAsync($"/api/customers/{customer.Key()}/suggestions")).Select(s => s.Said("ruleId")).ShouldBe([rule.Key()]);

        await lead.DeleteAsync($"/api/cross-sell-rules/{rule.Key()}", Stop).BodyAsync();
        (await agent.ItemsAsync($"/api/customers/{customer.Key()}/suggestions")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Links_to_nothing_are_refused()
    {
        var agent = await installation.AsAsync("agent1");
        var id = (await agent.PersonAsync("Bağlantısız", "Kişi")).Key();

        await agent.PostAsJsonAsync("/api/opportunities", new { customerId = id, requestId = Guid.Empty, subject = "X" }, Stop).ShouldBeRefusedAsync("customers.request_unknown");
        await agent.PostAsJsonAsync("/api/opportunities", new { customerId = id, callId = Guid.Empty, subject = "X" }, Stop).ShouldBeRefusedAsync("customers.call_unknown");
        await agent.PostAsJsonAsync("/api/opportunities", new { customerId = Guid.Empty, subject = "X" }, Stop).ShouldBeRefusedAsync("customers.customer_unknown");
        await agent.PostAsJsonAsync("/api/order-notes", new { customerId = id, lines = Array.Empty<object>() }, Stop).ShouldBeRefusedAsync("customers.order_line_needed");
        (await (await installation.AsAsync("field1")).GetAsync("/api/opportunities", Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
