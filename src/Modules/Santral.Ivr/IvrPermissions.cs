namespace Santral.Ivr;

/// <summary>What may be allowed to roles in the IVR.</summary>
public static class IvrPermissions
{
    public const string Edit = "ivr.edit";

    public static IReadOnlyList<string> All { get; } = [Edit];
}
