using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;
using Santral.Queues.Features;

namespace Santral.Queues.Live;

/// <summary>Draws the wallboard from memory: what is now from the pictures, what was counted from the day.</summary>
public sealed class WallboardReader(QueuePictures pictures, TeamBook teams, QueueDay day, IServiceProvider services, TimeProvider clock)
{
    internal Wallboard Read(IReadOnlyList<TeamSummary> seen)
    {
        var now = clock.GetUtcNow();
        var members = seen.SelectMany(t => teams.RulesOf(t.Id)?.Members.Keys ?? []).Distinct().ToList();
        var agents = members.Select(pictures.Of).OfType<AgentPicture>().Where(IsThere).ToList();
        return new Wallboard(
            now,
            [.. seen.Select(t => Team(t, now)).OfType<WallboardTeam>()],
            [.. agents.Select(a => Agent(a, seen)).OrderBy(a => a.Name, StringComparer.CurrentCulture)],
            [
                .. (services.GetService<ServeCallbacks>()?.Waiting ?? []).Where(c => seen.Any(t => t.Id == c.Team.Id)).OrderBy(c => c.PlaceAt)
                    .Select(c => new WallboardCallback(c.Id, c.Team.Id, c.Number, c.PlaceAt, c.PromisedAt)),
            ]);
    }

    /// <summary>Whom a board shows: who is gone from work and in no call is not there.</summary>
    private static bool IsThere(AgentPicture agent) => agent.Presence != PresenceState.Offline || agent.Activity != AgentActivity.Idle;

    private WallboardTeam? Team(TeamSummary team, DateTimeOffset now)
    {
        if (teams.SettingsOf(team.Id) is not { } settings || teams.RulesOf(team.Id) is not { } rules)
        {
            return null;
        }

        var picture = pictures.Of(team.Id);
        var agents = rules.Members.Keys.Select(pictures.Of).OfType<AgentPicture>().ToList();
        var (dayBegan, halfHourBegan) = (teams.DayBegan(team.Id, now), day.HalfHourBegan());
        return new WallboardTeam(
            team.Id,
            team.Code,
            team.Names,
            team.Unit,
            picture.Waiting,
            picture.LongestWaitSince,
            picture.AgentsReady,
            picture.AgentsTalking,
            agents.Count(IsThere),
            rules.IsOpen(now),
            new TeamPromise(
                (int)settings.ServiceLevelWithin.TotalSeconds,
                settings.ServiceLevelPercent,
                (int)settings.ShortAbandon.TotalSeconds,
                (int)settings.WaitWarning.TotalSeconds,
                (int)settings.WaitAlarm.TotalSeconds),
            QueueFigures.Of(day.ThisHalfHour(team.Id), halfHourBegan, day.Work(agents, halfHourBegan)),
            QueueFigures.Of(day.Today(team.Id), dayBegan, day.Work(agents, dayBegan)));
    }

    private WallboardAgent Agent(AgentPicture agent, IReadOnlyList<TeamSummary> seen) => new(
        agent.Agent,
        services.GetService<IKnowPeople>()?.Find(agent.Agent)?.DisplayName ?? "",
        [.. teams.Of(agent.Agent).Where(t => seen.Any(s => s.Id == t.Id)).Select(t => t.Id)],
        agent.Presence,
        agent.Activity,
        agent.Reason,
        agent.Since,
        agent.Team,
        agent.WrapUpUntil,
        agent.PhoneThere);
}
