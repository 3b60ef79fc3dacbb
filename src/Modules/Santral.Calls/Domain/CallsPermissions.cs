namespace Santral.Calls;

/// <summary>What a person may do with calls.</summary>
public static class CallsPermissions
{
    /// <summary>Be offered calls and steer one's own.</summary>
    public const string Take = "calls.take";

    /// <summary>Read everybody's calls.</summary>
    public const string Log = "calls.log";

    public const string Settings = "calls.settings";

    public static IReadOnlyList<string> All { get; } = [Take, Log, Settings];
}
