namespace Santral.Customers.Domain;

/// <summary>One thing in the plan and what it costs a month.</summary>
public sealed class SubscriptionLine : IAudited
{
    private SubscriptionLine()
    {
    }

    internal SubscriptionLine(Guid id, SubscriptionId subscription, PlanEntry entry, int order)
    {
        (Id, SubscriptionId) = (id, subscription);
        Change(entry, order);
    }

    public Guid Id { get; private set; }

    public SubscriptionId SubscriptionId { get; private set; }

    public string Name { get; private set; } = "";

    public long MonthlyMinor { get; private set; }

    public string Currency { get; private set; } = "";

    public int Order { get; private set; }

    public Guid AuditId => SubscriptionId.Value;

    public Money Monthly => new(MonthlyMinor, Currency);

    internal void Change(PlanEntry entry, int order)
        => (Name, MonthlyMinor, Currency, Order) = (entry.Name, entry.Monthly.Minor, entry.Monthly.Currency, order);
}

/// <summary>From which day it had which status, and who said so.</summary>
public sealed class SubscriptionMove
{
    private SubscriptionMove()
    {
    }

    internal SubscriptionMove(Guid id, SubscriptionId subscription, SubscriptionStatus status, DateOnly on, string? reason, UserId? by, DateTimeOffset at)
        => (Id, SubscriptionId, Status, On, Reason, By, At) = (id, subscription, status, on, reason, by, at);

    public Guid Id { get; private set; }

    public SubscriptionId SubscriptionId { get; private set; }

    public SubscriptionStatus Status { get; private set; }

    public DateOnly On { get; private set; }

    public string? Reason { get; private set; }

    public UserId? By { get; private set; }

    public DateTimeOffset At { get; private set; }
}

/// <param name="Id">Null for a line that is new.</param>
public sealed record PlanEntry(Guid? Id, string Name, Money Monthly);

/// <summary>Everything a person may write about a subscription, already read.</summary>
public sealed record SubscriptionTerms(
    CustomerId CustomerId,
    Guid? ContactId,
    CustomerId InvoiceCustomerId,
    string Subject,
    DefinitionId? CategoryId,
    string? SpecialCode,
    string? Description,
    DateOnly StartsOn,
    DateOnly? EndsOn,
    PostalAddress Address,
    IReadOnlyList<PlanEntry> Lines)
{
    internal void Check()
    {
        if (EndsOn < StartsOn)
        {
            throw new Refusal("customers.subscription_ends_before_start", RefusalKind.Invalid);
        }

        if (Lines.Count > Subscription.MostLines)
        {
            throw new Refusal("customers.too_many_entries", RefusalKind.Invalid);
        }

        if (Lines.Any(l => l.Monthly.Minor < 0))
        {
            throw new Refusal("customers.price_negative", RefusalKind.Invalid);
        }

        if (Lines.Select(l => l.Monthly.Currency).Distinct().Count() > 1)
        {
            throw new Refusal("customers.one_currency", RefusalKind.Invalid);
        }
    }
}
