namespace Santral.ModuleTests.Customers;

/// <summary>Subscriptions have a number of their own and belong to one customer (W-S02, W-N01).</summary>
[Collection(CustomersCollection.Name)]
public sealed class SubscriptionTests(Installation installation)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("W-S02")]
    public async Task A_subscription_gets_a_number_and_appears_for_its_customer_only()
    {
        var agent = await installation.AsAsync("agent1");
        var (one, other) = (await agent.PersonAsync("Abone", "Bir"), await agent.PersonAsync("Abone", "İki"));

        var opened = await agent.SubscriptionAsync(one);

        opened.Said("number").ShouldMatch(@"^AB-\d\d-\d{4}$");
        opened.GetProperty("invoiceCustomer").Key().ShouldBe(one.Key());
        opened.GetProperty("monthly").GetProperty("minor").GetInt64().ShouldBe(45_900);
        (await agent.ItemsAsync($"/api/subscriptions?customer={one.Key()}&offered=true")).Select(Written.Key).ShouldBe([opened.Key()]);
        (await agent.ItemsAsync($"/api/subscriptions?customer={other.Key()}")).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("W-S02")]
    [Requirement("W-N01")]
    public async Task The_demo_has_them_in_three_units_with_their_own_series()
    {
        var agent = await installation.AsAsync("agent1");
        var soft = (await agent.ItemsAsync("/api/customers?q=100200"))[0];

        (await agent.ItemsAsync($"/api/subscriptions?customer={soft.Key()}")).Count.ShouldBe(3);
        (await agent.ItemsAsync("/api/subscriptions?take=100")).Select(s => s.Said("number").Split('-')[0]).Distinct().Order().ShouldBe(["AB", "ABDK", "ABKF"]);
    }

    [Fact]
    [Requirement("W-S02")]
    public async Task Another_may_pay_and_it_is_written_anew_by_who_saw_it()
    {
        var agent = await installation.AsAsync("agent1");
        var (customer, payer) = (await agent.PersonAsync("Ödenen", "Kişi"), await agent.PersonAsync("Ödeyen", "Kişi"));
        var opened = await agent.SubscriptionAsync(customer);
        object Change(int version) => new
        {
            version, customerId = customer.Key(), invoiceCustomerId = payer.Key(), subject = "Fiber 500", startsOn = "2026-01-01", endsOn = "2027-01-01",
            address = new { line1 = "Moda Cad. 1", city = "İstanbul" }, lines = new[] { new { name = "Fiber 500", monthly = new { minor = 69_000, currency = "TRY" } } },
        };

        var changed = await agent.PutAsJsonAsync($"/api/subscriptions/{opened.Key()}", Change(opened.Seen()), Stop).BodyAsync();

        changed.GetProperty("invoiceCustomer").Key().ShouldBe(payer.Key());
        changed.GetProperty("address").Said("city").ShouldBe("İstanbul");
        changed.Said("number").ShouldBe(opened.Said("number"));
        var stale = await agent.PutAsJsonAsync($"/api/subscriptions/{opened.Key()}", Change(opened.Seen()), Stop).ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);
        stale.GetProperty("current").Said("subject").ShouldBe("Fiber 500");
    }

    [Fact]
    [Requirement("W-S02")]
    public async Task It_is_suspended_and_ended_and_no_longer_offered()
    {
        var agent = await installation.AsAsync("agent1");
        var customer = await agent.PersonAsync("Dondurulan", "Kişi");
        var opened = await agent.SubscriptionAsync(customer);

        var ended = await agent.PostAsJsonAsync($"/api/subscriptions/{opened.Key()}/status", new { version = opened.Seen(), status = "ended", on = "2026-06-01", reason = "Taşındı" }, Stop).BodyAsync();

        ended.Said("endsOn").ShouldBe("2026-06-01");
        ended.GetProperty("moves")[0].Said("reason").ShouldBe("Taşındı");
        (await agent.ItemsAsync($"/api/subscriptions?customer={customer.Key()}&offered=true")).ShouldBeEmpty();
        await agent.PostAsJsonAsync($"/api/subscriptions/{opened.Key()}/status", new { version = ended.Seen(), status = "active", on = "2026-07-01" }, Stop)
            .ShouldBeRefusedAsync("customers.subscription_status_kept", HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task What_belongs_to_others_or_makes_no_sense_is_refused()
    {
        var agent = await installation.AsAsync("agent1");
        var customer = await agent.PersonAsync("Yanlış", "Kişi");
        var id = customer.Key();
        var body = new { customerId = id, subject = "X", startsOn = "2026-01-01" };

        await PostAsync(new { customerId = Guid.Empty, subject = "X", startsOn = "2026-01-01" }).ShouldBeRefusedAsync("customers.customer_unknown", HttpStatusCode.UnprocessableEntity);
        await PostAsync(new { customerId = id, subject = "X", startsOn = "2026-01-01", invoiceCustomerId = Guid.Empty }).ShouldBeRefusedAsync("customers.customer_unknown");
        await PostAsync(new { customerId = id, subject = "X", startsOn = "2026-01-01", contactId = Guid.Empty }).ShouldBeRefusedAsync("customers.contact_unknown");
        await PostAsync(new { customerId = id, subject = "X", startsOn = "2026-01-01", unit = "mars" }).ShouldBeRefusedAsync("customers.unit_unknown");
        await PostAsync(new { customerId = id, subject = "X", startsOn = "2026-01-01", categoryId = Guid.Empty }).ShouldBeRefusedAsync("definitions.not_offered");
        await PostAsync(new { customerId = id, subject = "X", startsOn = "2026-02-01", endsOn = "2026-01-01" }).ShouldBeRefusedAsync("customers.subscription_ends_before_start");
        await PostAsync(new { customerId = id, subject = " ", startsOn = "2026-01-01" }).ShouldBeRefusedAsync("customers.subject_needed");
        await PostAsync(new { customerId = id, subject = new string('x', 201), startsOn = "2026-01-01" }).ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);
        await PostAsync(new { customerId = id, subject = "X", startsOn = "2026-01-01", lines = new[] { new { name = "A", monthly = new { minor = -1, currency = "TRY" } } } }).ShouldBeRefusedAsync("request.invalid");
        (await (await installation.AsAsync("field1")).PostAsJsonAsync("/api/subscriptions", body, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.ItemsAsync($"/api/subscriptions?customer={id}")).ShouldBeEmpty();

        Task<HttpResponseMessage> PostAsync(object asked) => agent.PostAsJsonAsync("/api/subscriptions", asked, Stop);
    }

    [Fact]
    public async Task The_same_click_sent_twice_is_one_and_its_key_is_for_nothing_else()
    {
        var agent = await installation.AsAsync("agent1");
        var customer = await agent.PersonAsync("Tekrar", "Kişi");
        var body = Written.Body(customer, "Fiber 200");

        var first = await agent.SendOnceAsync("/api/subscriptions", body, "press-1").BodyAsync();
        var again = await agent.SendOnceAsync("/api/subscriptions", body, "press-1").BodyAsync();

        again.Key().ShouldBe(first.Key());
        await agent.SendOnceAsync("/api/subscriptions", Written.Body(customer, "Başka"), "press-1").ShouldBeRefusedAsync("customers.idempotency_key_reused");
        (await agent.ItemsAsync($"/api/subscriptions?customer={customer.Key()}")).Count.ShouldBe(1);
    }
}
