using System.Collections.Concurrent;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Queues.Live;

/// <summary>The latest picture of every agent and team: written by the actor, read by everybody, each replaced whole.</summary>
public sealed class QueuePictures
{
    private readonly ConcurrentDictionary<UserId, AgentPicture> _agents = new();
    private readonly ConcurrentDictionary<TeamId, TeamPicture> _teams = new();

    public AgentPicture? Of(UserId agent) => _agents.GetValueOrDefault(agent);

    public TeamPicture Of(TeamId team) => _teams.GetValueOrDefault(team) ?? new TeamPicture(team, 0, null, 0, 0);

    internal void Put(AgentPicture agent) => _agents[agent.Agent] = agent;

    internal void Put(TeamPicture team) => _teams[team.Team] = team;
}
