using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Billing;
using Santral.Contracts.Customers;
using Santral.ModuleTests.Customers;

namespace Santral.ModuleTests.Billing;

/// <summary>What a customer owes, for the desk and for the IVR (I-06, P-01).</summary>
[Collection(CustomersCollection.Name)]
public sealed class GetOpenInvoicesTests(Installation installation)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IReadInvoices Invoices => installation.Services.GetRequiredService<IReadInvoices>();

    [Fact]
    [Requirement("P-01")]
    public async Task The_desk_sees_what_is_open_oldest_first()
    {
        var agent = await installation.AsAsync("agent1");
        var soft = await CustomerAsync("+902123334455");

        var open = (await agent.GetAsync($"/api/customers/{soft}/invoices/open", Stop).BodyAsync()).EnumerateArray().ToList();

        open.Count.ShouldBe(3);
        open.Select(i => i.GetProperty("dueOn").GetString()).ShouldBeInOrder();
        open.ShouldAllBe(i => !i.GetProperty("isPaid").GetBoolean() && i.GetProperty("open").GetProperty("minor").GetInt64() > 0);
        open[0].GetProperty("total").GetProperty("currency").GetString().ShouldBe("TRY");
    }

    [Fact]
    [Requirement("I-06")]
    public async Task The_oldest_open_invoice_is_read_out()
    {
        var invoice = (await Invoices.ToReadOutAsync(await CustomerAsync("+905321112233"), Stop))!;

        invoice.Total.ShouldBe(new Money(486_000, "TRY"));
        invoice.IsPaid.ShouldBeFalse();
        invoice.DueOn.ShouldBeGreaterThan(invoice.IssuedOn);
    }

    [Fact]
    [Requirement("I-06")]
    public async Task When_all_is_paid_the_last_one_is_read_out()
    {
        var invoice = (await Invoices.ToReadOutAsync(await CustomerAsync("+905335550102"), Stop))!;

        invoice.IsPaid.ShouldBeTrue();
        invoice.Open.Minor.ShouldBe(0);
    }

    [Fact]
    public async Task Who_was_never_billed_has_nothing_to_hear()
    {
        (await Invoices.ToReadOutAsync(CustomerId.From(Guid.Empty), Stop)).ShouldBeNull();
        (await Invoices.OpenAsync(CustomerId.From(Guid.Empty), Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_customer_nobody_knows_and_a_person_without_the_right_are_refused()
    {
        var elif = await CustomerAsync("+905321112233");

        await (await installation.AsAsync("agent1")).GetAsync($"/api/customers/{Guid.Empty}/invoices/open", Stop)
            .ShouldBeRefusedAsync("customers.unknown", HttpStatusCode.NotFound);
        (await (await installation.AsAsync("field1")).GetAsync($"/api/customers/{elif}/invoices/open", Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<CustomerId> CustomerAsync(string phone)
    {
        var caller = await installation.Services.GetRequiredService<IIdentifyCaller>().IdentifyAsync(PhoneNumber.Parse(phone, null), Stop);
        return caller.Customer?.Id ?? caller.Candidates[0].Id;
    }
}
