namespace Santral.Identity.Domain;

/// <summary>What this module can be asked to do.</summary>
public static class IdentityPermissions
{
    /// <summary>Add and change people.</summary>
    public const string Users = "identity.users";

    /// <summary>The organisation, its units and its roles.</summary>
    public const string Settings = "identity.settings";

    /// <summary>Read who changed what.</summary>
    public const string Audit = "identity.audit";

    public static IReadOnlyList<string> All { get; } = [Users, Settings, Audit];
}
