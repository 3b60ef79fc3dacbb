namespace Santral.Contracts.Queues;

/// <summary>What agents and teams are doing now, from memory: implemented by the queues.</summary>
public interface IWatchAgents
{
    /// <summary>Available, with a phone, and in nothing else.</summary>
    bool IsReady(UserId agent);

    AgentNow Now(UserId agent);

    TeamNow Now(TeamId team);
}

/// <param name="Presence">`offline`, `available`, `away`.</param>
/// <param name="Reason">Why he is away; a code with a text.</param>
/// <param name="Activity">`idle`, `offered`, `talking`, `wrapUp`.</param>
/// <param name="Since">Of whichever tells more: the activity, or the presence when he is idle.</param>
public sealed record AgentNow(string Presence, string? Reason, string Activity, DateTimeOffset Since);

public sealed record TeamNow(int Waiting, DateTimeOffset? LongestWaitSince, int AgentsReady);
