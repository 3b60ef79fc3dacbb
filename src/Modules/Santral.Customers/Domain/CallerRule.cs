namespace Santral.Customers.Domain;

/// <summary>Who has a number: the customer, and whether the number is a contact person's.</summary>
public sealed record NumberOwner(CustomerSummary Customer, bool IsContact);

/// <summary>
/// The one rule of identification by number (I-02, I-03, D2): an individual, and only when exactly one has the number and no corporate
/// account shares it. A prospect is no customer, so his number does not hide the customer's. All others are hints for the agent.
/// </summary>
public static class CallerRule
{
    public static CallerIdentity Identify(IReadOnlyList<NumberOwner> owners)
    {
        var candidates = owners.Select(o => o.Customer).DistinctBy(c => c.Id).ToList();
        var individuals = candidates.Where(c => c.Kind == CustomerKind.Individual).ToList();
        var isCorporate = owners.Any(o => o.IsContact || o.Customer.Kind == CustomerKind.Corporate);
        return individuals is [var only] && !isCorporate
            ? new CallerIdentity(CallerClass.KnownIndividual, only, [])
            : new CallerIdentity(CallerClass.Unidentified, null, candidates);
    }
}
