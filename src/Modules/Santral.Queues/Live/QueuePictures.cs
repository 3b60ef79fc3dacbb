using System.Collections.Concurrent;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Queues.Live;

/// <summary>The latest picture of every agent and team: written by the actor, read by everybody, each replaced whole.</summary>
public sealed class QueuePictures(TimeProvider clock) : IKnowWrapUp, IWatchAgents
{
    private readonly ConcurrentDictionary<UserId, AgentPicture> _agents = new();
    private readonly ConcurrentDictionary<TeamId, TeamPicture> _teams = new();

    public AgentPicture? Of(UserId agent) => _agents.GetValueOrDefault(agent);

    public TeamPicture Of(TeamId team) => _teams.GetValueOrDefault(team) ?? new TeamPicture(team, 0, null, 0, 0);

    public bool WritesUp(UserId agent, CallId call) => Of(agent) is { Activity: AgentActivity.WrapUp } picture && picture.Call == call;

    public bool IsReady(UserId agent) => Of(agent) is { Presence: PresenceState.Available, Activity: AgentActivity.Idle, PhoneThere: true };

    public AgentNow Now(UserId agent) => Of(agent) is { } known
        ? new AgentNow(
            Code(known.Presence), known.Reason, Code(known.Activity), known.Activity == AgentActivity.Idle ? known.PresenceSince : known.ActivitySince)
        : new AgentNow(Code(PresenceState.Offline), null, Code(AgentActivity.Idle), clock.GetUtcNow());

    public TeamNow Now(TeamId team)
    {
        var picture = Of(team);
        return new TeamNow(picture.Waiting, picture.LongestWaitSince, picture.AgentsReady);
    }

    private static string Code(Enum value) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    internal void Put(AgentPicture agent) => _agents[agent.Agent] = agent;

    internal void Put(TeamPicture team) => _teams[team.Team] = team;
}
