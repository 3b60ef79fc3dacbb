using Santral.Billing.Domain;
using Santral.Contracts.Customers;

namespace Santral.Tests.Billing;

/// <summary>What a customer was billed and how much is open.</summary>
public sealed class SalesInvoiceTests
{
    private static readonly DateOnly Issued = new(2026, 11, 13);
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_new_invoice_is_open_to_its_whole_amount()
    {
        var invoice = Issue(486_000);

        invoice.Open.ShouldBe(new Money(486_000, "TRY"));
        invoice.IsPaid.ShouldBeFalse();
    }

    [Fact]
    public void Payments_close_it_and_never_more_than_it_is()
    {
        var invoice = Issue(1_000);
        invoice.Receive(new Money(400, "TRY"));

        Should.Throw<Refusal>(() => invoice.Receive(new Money(601, "TRY"))).Code.ShouldBe("billing.payment_exceeds_open");
        Should.Throw<Refusal>(() => invoice.Receive(new Money(0, "TRY"))).Code.ShouldBe("billing.payment_exceeds_open");
        Should.Throw<Refusal>(() => invoice.Receive(new Money(600, "SEK"))).Code.ShouldBe("billing.currency_differs");
        invoice.Receive(new Money(600, "TRY"));

        invoice.IsPaid.ShouldBeTrue();
    }

    [Fact]
    public void An_invoice_of_nothing_or_due_before_its_day_is_refused()
    {
        Should.Throw<Refusal>(() => Issue(0)).Code.ShouldBe("billing.total_not_positive");
        Should.Throw<Refusal>(() => SalesInvoice.Issue(Id.New<InvoiceId>(_clock), default, new Money(1, "TRY"), Issued, Issued.AddDays(-1)))
            .Code.ShouldBe("billing.due_before_issue");
    }

    private SalesInvoice Issue(long minor)
        => SalesInvoice.Issue(Id.New<InvoiceId>(_clock), Id.New<CustomerId>(_clock), new Money(minor, "TRY"), Issued, Issued.AddDays(15));
}
