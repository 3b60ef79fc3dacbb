namespace Santral.Calls;

/// <summary>What a person may do with calls.</summary>
public static class CallsPermissions
{
    /// <summary>Be offered calls and steer one's own.</summary>
    public const string Take = "calls.take";

    /// <summary>Read everybody's calls.</summary>
    public const string Log = "calls.log";

    public const string Settings = "calls.settings";

    /// <summary>Hear recordings of one's own conversations, and messages left for one's teams.</summary>
    public const string HearOwn = "calls.hear_own";

    /// <summary>Hear all recordings of one's teams, of all units with that right.</summary>
    public const string HearTeam = "calls.hear_team";

    /// <summary>Listen to running conversations, whisper to the agent, join in.</summary>
    public const string Supervise = "calls.supervise";

    public static IReadOnlyList<string> All { get; } = [Take, Log, Settings, HearOwn, HearTeam, Supervise];
}
