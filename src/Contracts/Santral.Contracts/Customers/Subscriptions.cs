namespace Santral.Contracts.Customers;

/// <summary>What a customer has taken for longer: a line, a contract, a collection (W-S02).</summary>
public readonly record struct SubscriptionId(Guid Value) : IId<SubscriptionId>
{
    public static SubscriptionId From(Guid value) => new(value);

    public static SubscriptionId Parse(string s, IFormatProvider? provider) => Id.Parse<SubscriptionId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out SubscriptionId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

public enum SubscriptionStatus
{
    Active,
    Suspended,
    Ended,
}

/// <param name="Place">Where it is delivered, in one line; null when it has no address.</param>
public sealed record SubscriptionSummary(
    SubscriptionId Id, string Number, string Subject, CustomerId CustomerId, string Unit, SubscriptionStatus Status, string? Place);

/// <summary>Subscriptions for forms and records of other modules.</summary>
public interface IKnowSubscriptions
{
    Task<SubscriptionSummary?> FindAsync(SubscriptionId id, CancellationToken stop);

    Task<IReadOnlyDictionary<SubscriptionId, SubscriptionSummary>> FindManyAsync(IReadOnlyCollection<SubscriptionId> ids, CancellationToken stop);

    /// <summary>What the call form offers: those of this customer that have not ended, oldest first.</summary>
    Task<IReadOnlyList<SubscriptionSummary>> OfferedAsync(CustomerId customer, CancellationToken stop);
}

/// <summary>Choosing a subscription, with the refusals every form needs.</summary>
public static class ChoosingSubscription
{
    /// <summary>The customer's own subscription (W-S02); <paramref name="kept"/> is what the record has already, which stays allowed after it ended.</summary>
    public static async Task<SubscriptionSummary?> ChooseOrRefuseAsync(
        this IKnowSubscriptions subscriptions, SubscriptionId? id, CustomerId? customer, SubscriptionId? kept, CancellationToken stop)
    {
        if (id is not { } chosen)
        {
            return null;
        }

        var found = await subscriptions.FindAsync(chosen, stop);
        if (found is null || found.CustomerId != customer)
        {
            throw new Refusal("customers.subscription_of_another", RefusalKind.Invalid);
        }

        return found.Status != SubscriptionStatus.Ended || kept == chosen
            ? found
            : throw new Refusal("customers.subscription_over", RefusalKind.Invalid, ("number", found.Number));
    }
}
