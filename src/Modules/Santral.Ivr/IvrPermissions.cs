namespace Santral.Ivr;

/// <summary>What may be allowed to roles in the IVR.</summary>
public static class IvrPermissions
{
    /// <summary>Sees flows, walks through them without a phone, hears prompts.</summary>
    public const string Read = "ivr.read";

    /// <summary>Draws and publishes flows, replaces prompts.</summary>
    public const string Edit = "ivr.edit";

    public static IReadOnlyList<string> All { get; } = [Edit, Read];
}
