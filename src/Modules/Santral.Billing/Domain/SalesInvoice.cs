namespace Santral.Billing.Domain;

/// <summary>One sales invoice.</summary>
public readonly record struct InvoiceId(Guid Value) : IId<InvoiceId>
{
    public static InvoiceId From(Guid value) => new(value);

    public static InvoiceId Parse(string s, IFormatProvider? provider) => Id.Parse<InvoiceId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out InvoiceId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>What a customer was billed and how much of it is still open.</summary>
public sealed class SalesInvoice : Aggregate, INumbered, IAudited
{
    public const string Series = "FT";

    private SalesInvoice()
    {
    }

    public InvoiceId Id { get; private set; }

    public string? Number { get; private set; }

    public CustomerId CustomerId { get; private set; }

    public DateOnly IssuedOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    public long TotalMinor { get; private set; }

    public long OpenMinor { get; private set; }

    public string Currency { get; private set; } = "";

    public string NumberSeries => Series;

    public Guid AuditId => Id.Value;

    public Money Total => new(TotalMinor, Currency);

    public Money Open => new(OpenMinor, Currency);

    public bool IsPaid => OpenMinor == 0;

    public static SalesInvoice Issue(InvoiceId id, CustomerId customer, Money total, DateOnly issuedOn, DateOnly dueOn)
    {
        if (total.Minor <= 0)
        {
            throw new Refusal("billing.total_not_positive", RefusalKind.Invalid);
        }

        if (dueOn < issuedOn)
        {
            throw new Refusal("billing.due_before_issue", RefusalKind.Invalid);
        }

        return new SalesInvoice
        {
            Id = id,
            CustomerId = customer,
            IssuedOn = issuedOn,
            DueOn = dueOn,
            TotalMinor = total.Minor,
            OpenMinor = total.Minor,
            Currency = total.Currency,
        };
    }

    public void Receive(Money payment)
    {
        if (payment.Currency != Currency)
        {
            throw new Refusal("billing.currency_differs", RefusalKind.Invalid, ("currency", Currency));
        }

        if (payment.Minor <= 0 || payment.Minor > OpenMinor)
        {
            throw new Refusal("billing.payment_exceeds_open", RefusalKind.Invalid);
        }

        OpenMinor -= payment.Minor;
    }

    public void TakeNumber(string number) => Number = number;
}
