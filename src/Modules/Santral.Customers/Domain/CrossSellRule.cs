namespace Santral.Customers.Domain;

/// <summary>A rule that suggests one thing to who has another.</summary>
public readonly record struct CrossSellRuleId(Guid Value) : IId<CrossSellRuleId>
{
    public static CrossSellRuleId From(Guid value) => new(value);

    public static CrossSellRuleId Parse(string s, IFormatProvider? provider) => Id.Parse<CrossSellRuleId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out CrossSellRuleId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>
/// Has this and has not that: offer that (P-06). This and that are a category of subscriptions, words of a plan's name, or both;
/// the same category with another plan is the step up, another category the step aside.
/// </summary>
public sealed class CrossSellRule : Aggregate, IAudited
{
    private CrossSellRule()
    {
    }

    public CrossSellRuleId Id { get; private set; }

    /// <summary>Null for customers of every unit.</summary>
    public string? Unit { get; private set; }

    public DefinitionId? HasCategoryId { get; private set; }

    public string? HasPlan { get; private set; }

    public DefinitionId? LacksCategoryId { get; private set; }

    public string? LacksPlan { get; private set; }

    public string OfferTr { get; private set; } = "";

    public string OfferSv { get; private set; } = "";

    public string OfferEn { get; private set; } = "";

    /// <summary>What it would bring a month.</summary>
    public long? AmountMinor { get; private set; }

    public string? Currency { get; private set; }

    public bool IsActive { get; private set; }

    public Guid AuditId => Id.Value;

    public Names Offer => new(OfferTr, OfferSv, OfferEn);

    public Money? Amount => AmountMinor is { } minor ? new Money(minor, Currency!) : null;

    public static CrossSellRule Make(CrossSellRuleId id, RuleTerms terms)
    {
        var rule = new CrossSellRule { Id = id };
        rule.Change(terms);
        return rule;
    }

    public void Change(RuleTerms terms)
    {
        if (terms is { HasCategoryId: null, HasPlan: null } or { LacksCategoryId: null, LacksPlan: null })
        {
            throw new Refusal("customers.rule_condition_needed", RefusalKind.Invalid);
        }

        if (terms.Amount is { Minor: < 0 })
        {
            throw new Refusal("customers.price_negative", RefusalKind.Invalid);
        }

        (Unit, HasCategoryId, HasPlan, LacksCategoryId, LacksPlan) = (terms.Unit, terms.HasCategoryId, terms.HasPlan, terms.LacksCategoryId, terms.LacksPlan);
        (OfferTr, OfferSv, OfferEn) = (terms.Offer.Tr, terms.Offer.Sv, terms.Offer.En);
        (AmountMinor, Currency, IsActive) = (terms.Amount?.Minor, terms.Amount?.Currency, terms.IsActive);
    }

    /// <summary>The plan that makes it fit, null when it does not.</summary>
    public OwnedPlan? FitOf(IReadOnlyCollection<OwnedPlan> owned)
        => IsActive && !owned.Any(o => Is(o, LacksCategoryId, LacksPlan))
            ? owned.FirstOrDefault(o => (Unit is null || o.Unit == Unit) && Is(o, HasCategoryId, HasPlan))
            : null;

    private static bool Is(OwnedPlan owned, DefinitionId? category, string? plan)
        => (category is null || owned.Categories.Contains(category.Value))
            && (plan is null || owned.Plans.Any(p => Says(Folded.Of(p), Folded.Of(plan))));

    /// <summary>Words begin as they are written, and a number is the whole number: "Fiber 100" is no "Fiber 1000", but "modem" is said by "Modemli paket".</summary>
    private static bool Says(string name, string words)
    {
        for (var at = name.IndexOf(words, StringComparison.Ordinal); at >= 0; at = name.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            var begins = at == 0 || !char.IsLetterOrDigit(name[at - 1]);
            var goesOn = end < name.Length && char.IsAsciiDigit(name[end]) && char.IsAsciiDigit(name[end - 1]);
            if (begins && !goesOn)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What is written of a rule.</summary>
public sealed record RuleTerms(
    string? Unit, DefinitionId? HasCategoryId, string? HasPlan, DefinitionId? LacksCategoryId, string? LacksPlan, Names Offer, Money? Amount, bool IsActive);

/// <summary>A running subscription as rules see it: its category with those above it, its plan names and its subject.</summary>
public sealed record OwnedPlan(string Number, string Unit, IReadOnlySet<DefinitionId> Categories, IReadOnlyList<string> Plans);
