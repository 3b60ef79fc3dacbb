namespace Santral.Requests.Domain;

/// <summary>What a business unit asks of its requests; without a row every switch is off.</summary>
public sealed class UnitRules : Aggregate, IAudited
{
    private UnitRules()
    {
    }

    public UnitRules(Guid id, string unit) => (Id, Unit) = (id, unit);

    public Guid Id { get; private set; }

    public string Unit { get; private set; } = "";

    /// <summary>Only authorised staff choose the category (H-04).</summary>
    public bool OnlyAuthorisedCategorise { get; private set; }

    /// <summary>Nothing is resolved without a category.</summary>
    public bool CategoryToResolve { get; private set; }

    public Guid AuditId => Id;

    public void Set(bool onlyAuthorisedCategorise, bool categoryToResolve)
        => (OnlyAuthorisedCategorise, CategoryToResolve) = (onlyAuthorisedCategorise, categoryToResolve);
}
