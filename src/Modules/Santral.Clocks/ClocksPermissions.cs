namespace Santral.Clocks;

/// <summary>What a role may be allowed to do here.</summary>
public static class ClocksPermissions
{
    public const string Settings = "clocks.settings";
}
