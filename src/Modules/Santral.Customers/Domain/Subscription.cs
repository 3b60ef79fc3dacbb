using System.Globalization;
namespace Santral.Customers.Domain;

/// <summary>What a customer has taken for longer, under a number of its own (W-S02): who pays, where it is, what it costs a month.</summary>
public sealed class Subscription : Aggregate, INumbered, IAudited
{
    public const int MostLines = 50;

    private readonly List<SubscriptionLine> _lines = [];
    private readonly List<SubscriptionMove> _moves = [];

    private Subscription()
    {
    }

    public SubscriptionId Id { get; private set; }

    public string Unit { get; private set; } = "";

    public string NumberSeries { get; private set; } = "";

    public string? Number { get; private set; }

    /// <summary>Year and running number as one value: `AB-26-9999` sorts after `AB-26-10000` as a text.</summary>
    public long NumberOrder { get; private set; }

    public CustomerId CustomerId { get; private set; }

    public Guid? ContactId { get; private set; }

    /// <summary>Who is billed; the customer himself unless another pays.</summary>
    public CustomerId InvoiceCustomerId { get; private set; }

    public string Subject { get; private set; } = "";

    public DefinitionId? CategoryId { get; private set; }

    public string? SpecialCode { get; private set; }

    public string? Description { get; private set; }

    public DateOnly StartsOn { get; private set; }

    /// <summary>Null while nobody has agreed on an end.</summary>
    public DateOnly? EndsOn { get; private set; }

    public string? Line1 { get; private set; }

    public string? Line2 { get; private set; }

    public string? PostalCode { get; private set; }

    public string? City { get; private set; }

    public string? Region { get; private set; }

    public string? Country { get; private set; }

    public SubscriptionStatus Status { get; private set; }

    public DateOnly StatusSince { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<SubscriptionLine> Lines => _lines;

    public IReadOnlyList<SubscriptionMove> Moves => _moves;

    public PostalAddress Address => new(Line1, Line2, PostalCode, City, Region, Country);

    public Guid AuditId => Id.Value;

    public static Subscription Open(SubscriptionId id, string unit, string series, SubscriptionTerms terms, UserId? by, DateTimeOffset now)
    {
        var subscription = new Subscription
        {
            Id = id,
            Unit = unit,
            NumberSeries = series,
            CreatedAt = now,
            CustomerId = terms.CustomerId,
            Status = SubscriptionStatus.Active,
            StatusSince = terms.StartsOn,
        };
        subscription.Write(terms, now);
        subscription._moves.Add(new SubscriptionMove(Guid.CreateVersion7(now), id, SubscriptionStatus.Active, terms.StartsOn, null, by, now));
        return subscription;
    }

    public void Change(SubscriptionTerms terms, DateTimeOffset now)
    {
        if (terms.CustomerId != CustomerId)
        {
            // Its requests and invoices stand in the customer's name.
            throw new Refusal("customers.subscription_customer_fixed", RefusalKind.Invalid);
        }

        Write(terms, now);
    }

    /// <summary>Suspends, resumes or ends it on a day; an ended one stays ended, a new one is opened instead.</summary>
    public void MoveTo(SubscriptionStatus status, DateOnly on, string? reason, UserId? by, DateTimeOffset now)
    {
        if (Status == SubscriptionStatus.Ended || Status == status)
        {
            throw new Refusal("customers.subscription_status_kept", RefusalKind.State, ("number", Number));
        }

        if (on < StatusSince)
        {
            throw new Refusal("customers.subscription_date_before", RefusalKind.Invalid, ("date", StatusSince.ToString("O", CultureInfo.InvariantCulture)));
        }

        (Status, StatusSince, ChangedAt) = (status, on, now);
        if (status == SubscriptionStatus.Ended)
        {
            EndsOn = on;
        }

        _moves.Add(new SubscriptionMove(Guid.CreateVersion7(now), Id, status, on, reason, by, now));
    }

    public void TakeNumber(string number)
    {
        Number = number;
        var parts = number.Split('-');
        NumberOrder = (long.Parse(parts[^2], CultureInfo.InvariantCulture) * 1_000_000_000) + long.Parse(parts[^1], CultureInfo.InvariantCulture);
    }

    /// <summary>The person is gone, the contract stays: its place and its words go with him.</summary>
    public void ForgetPerson(DateTimeOffset now)
    {
        (Line1, Line2, PostalCode, City, Region, Country) = (null, null, null, null, null, null);
        (Description, SpecialCode, ChangedAt) = (null, null, now);
    }

    private void Write(SubscriptionTerms terms, DateTimeOffset now)
    {
        terms.Check();
        (ContactId, InvoiceCustomerId, Subject, CategoryId) = (terms.ContactId, terms.InvoiceCustomerId, terms.Subject, terms.CategoryId);
        (SpecialCode, Description, StartsOn, EndsOn) = (terms.SpecialCode, terms.Description, terms.StartsOn, terms.EndsOn);
        (Line1, Line2, PostalCode, City, Region, Country) = terms.Address;
        ChangedAt = now;

        _lines.RemoveAll(l => !terms.Lines.Any(e => e.Id == l.Id));
        foreach (var (order, entry) in terms.Lines.Index())
        {
            if (entry.Id is { } kept)
            {
                var line = _lines.Find(l => l.Id == kept) ?? throw new Refusal("customers.subscription_line_unknown", RefusalKind.Invalid);
                line.Change(entry, order);
            }
            else
            {
                _lines.Add(new SubscriptionLine(Guid.CreateVersion7(now), Id, entry, order));
            }
        }
    }
}
