namespace Santral.Queues;

/// <summary>What may be allowed to roles in the queues.</summary>
public static class QueuesPermissions
{
    public const string Settings = "queues.settings";

    public const string Watch = "queues.watch";

    /// <summary>Sets the presence of others.</summary>
    public const string Agents = "queues.agents";

    /// <summary>Reads and exports reports of queues and agents, and the staffing page.</summary>
    public const string Reports = "queues.reports";

    /// <summary>Belongs to the calls: who takes calls has a presence.</summary>
    internal const string TakeCalls = "calls.take";

    public static IReadOnlyList<string> All { get; } = [Settings, Watch, Agents, Reports];
}
