namespace Santral.Contracts.Identity;

/// <summary>Rights that more than one module goes by.</summary>
public static class OrganisationRights
{
    /// <summary>Sees what belongs to any business unit, not only to those of one's teams. Requests name it, because it was theirs first.</summary>
    public const string AllUnits = "requests.all_units";
}
