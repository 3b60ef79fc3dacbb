namespace Santral.Customers.Domain;

/// <summary>A chance of a sale, noted at the desk.</summary>
public readonly record struct OpportunityId(Guid Value) : IId<OpportunityId>
{
    public static OpportunityId From(Guid value) => new(value);

    public static OpportunityId Parse(string s, IFormatProvider? provider) => Id.Parse<OpportunityId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out OpportunityId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

public enum OpportunityStage
{
    Open,
    Won,
    Lost,
}

/// <summary>What came up while speaking with a customer and may become a sale (P-02), linked to the call and the request it came from.</summary>
public sealed class Opportunity : Aggregate, INumbered, IAudited
{
    public const string Series = "SF";

    private Opportunity()
    {
    }

    public OpportunityId Id { get; private set; }

    public string? Number { get; private set; }

    public CustomerId CustomerId { get; private set; }

    public RequestId? RequestId { get; private set; }

    public CallId? CallId { get; private set; }

    /// <summary>The rule that suggested it (P-06); null when a person thought of it.</summary>
    public CrossSellRuleId? RuleId { get; private set; }

    public string Subject { get; private set; } = "";

    public string? Note { get; private set; }

    public OpportunityStage Stage { get; private set; }

    public long? AmountMinor { get; private set; }

    public string? Currency { get; private set; }

    public UserId? OpenedBy { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When it was won or lost.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    public string NumberSeries => Series;

    public Guid AuditId => Id.Value;

    public Money? Amount => AmountMinor is { } minor ? new Money(minor, Currency!) : null;

    public static Opportunity Open(OpportunityId id, CustomerId customer, Chance chance, SaleSource source, CrossSellRuleId? rule, UserId? by, DateTimeOffset now)
    {
        var opportunity = new Opportunity
        {
            Id = id,
            CustomerId = customer,
            RequestId = source.RequestId,
            CallId = source.CallId,
            RuleId = rule,
            OpenedBy = by,
            OpenedAt = now,
        };
        opportunity.Write(chance, now);
        return opportunity;
    }

    public void Change(Chance chance, OpportunityStage stage, DateTimeOffset now)
    {
        Write(chance, now);
        if (stage != Stage)
        {
            (Stage, DecidedAt) = (stage, stage == OpportunityStage.Open ? null : now);
        }
    }

    public void TakeNumber(string number) => Number = number;

    /// <summary>The chance counts on, its words go with the person.</summary>
    public void ForgetPerson(DateTimeOffset now) => (Note, ChangedAt) = (null, now);

    private void Write(Chance chance, DateTimeOffset now)
    {
        if (chance.Amount is { Minor: < 0 })
        {
            throw new Refusal("customers.price_negative", RefusalKind.Invalid);
        }

        (Subject, Note, AmountMinor, Currency, ChangedAt) = (chance.Subject, chance.Note, chance.Amount?.Minor, chance.Amount?.Currency, now);
    }
}

/// <summary>What is written of an opportunity.</summary>
public sealed record Chance(string Subject, string? Note, Money? Amount);

/// <summary>Where a sale came up: in a call, in a request, in both or in neither.</summary>
public sealed record SaleSource(RequestId? RequestId, CallId? CallId);
