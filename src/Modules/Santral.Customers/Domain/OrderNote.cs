namespace Santral.Customers.Domain;

/// <summary>An order taken down at the desk.</summary>
public readonly record struct OrderNoteId(Guid Value) : IId<OrderNoteId>
{
    public static OrderNoteId From(Guid value) => new(value);

    public static OrderNoteId Parse(string s, IFormatProvider? provider) => Id.Parse<OrderNoteId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out OrderNoteId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>What a customer ordered while speaking with the desk (P-03): his words for the goods, how many, at what price.</summary>
public sealed class OrderNote : Aggregate, INumbered, IAudited
{
    public const string Series = "SN";
    public const int MostLines = 50;

    private readonly List<OrderLine> _lines = [];

    private OrderNote()
    {
    }

    public OrderNoteId Id { get; private set; }

    public string? Number { get; private set; }

    public CustomerId CustomerId { get; private set; }

    public RequestId? RequestId { get; private set; }

    public CallId? CallId { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Set when the customer took it back; the number stays taken.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    public UserId? TakenBy { get; private set; }

    public DateTimeOffset TakenAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<OrderLine> Lines => _lines;

    public string NumberSeries => Series;

    public Guid AuditId => Id.Value;

    public Money Total => _lines.Select(l => l.Total).Aggregate((sum, next) => sum + next);

    public static OrderNote Take(OrderNoteId id, CustomerId customer, string? note, IReadOnlyList<OrderEntry> lines, SaleSource source, UserId? by, DateTimeOffset now)
    {
        var order = new OrderNote { Id = id, CustomerId = customer, RequestId = source.RequestId, CallId = source.CallId, TakenBy = by, TakenAt = now };
        order.Write(note, lines, now);
        return order;
    }

    public void Change(string? note, IReadOnlyList<OrderEntry> lines, DateTimeOffset now)
    {
        RefuseCancelled();
        _lines.Clear();
        Write(note, lines, now);
    }

    public void Cancel(DateTimeOffset now)
    {
        RefuseCancelled();
        (CancelledAt, ChangedAt) = (now, now);
    }

    public void TakeNumber(string number) => Number = number;

    /// <summary>The order counts on, its words go with the person.</summary>
    public void ForgetPerson(DateTimeOffset now) => (Note, ChangedAt) = (null, now);

    private void RefuseCancelled()
    {
        if (CancelledAt is not null)
        {
            throw new Refusal("customers.order_cancelled", RefusalKind.State, ("number", Number));
        }
    }

    private void Write(string? note, IReadOnlyList<OrderEntry> lines, DateTimeOffset now)
    {
        if (lines.Count == 0)
        {
            throw new Refusal("customers.order_line_needed", RefusalKind.Invalid);
        }

        if (lines.Count > MostLines)
        {
            throw new Refusal("customers.too_many_entries", RefusalKind.Invalid);
        }

        if (lines.Any(l => l.UnitPrice.Minor < 0))
        {
            throw new Refusal("customers.price_negative", RefusalKind.Invalid);
        }

        if (lines.Select(l => l.UnitPrice.Currency).Distinct().Count() > 1)
        {
            throw new Refusal("customers.one_currency", RefusalKind.Invalid);
        }

        (Note, ChangedAt) = (note, now);
        _lines.AddRange(lines.Select((line, order) => new OrderLine(Guid.CreateVersion7(now), Id, line, order)));
    }
}

/// <summary>So many of something at a price.</summary>
public sealed class OrderLine : IAudited
{
    private OrderLine()
    {
    }

    internal OrderLine(Guid id, OrderNoteId order, OrderEntry entry, int place)
        => (Id, OrderNoteId, Product, Quantity, UnitMinor, Currency, Place) = (id, order, entry.Product, entry.Quantity, entry.UnitPrice.Minor, entry.UnitPrice.Currency, place);

    public Guid Id { get; private set; }

    public OrderNoteId OrderNoteId { get; private set; }

    public string Product { get; private set; } = "";

    public int Quantity { get; private set; }

    public long UnitMinor { get; private set; }

    public string Currency { get; private set; } = "";

    public int Place { get; private set; }

    public Guid AuditId => OrderNoteId.Value;

    public Money UnitPrice => new(UnitMinor, Currency);

    public Money Total => UnitPrice.Times(Quantity, 1);
}

public sealed record OrderEntry(string Product, int Quantity, Money UnitPrice);
