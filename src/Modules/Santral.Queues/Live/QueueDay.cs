using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Queues.Live;

/// <summary>Today's figures, kept in memory and shared by the actor and the screens.</summary>
public sealed class QueueDay(TeamBook teams, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly TeamDays _days = new();

    internal void WaitOver(TeamId team, WaitEnd end, TimeSpan waited, DateTimeOffset at)
    {
        lock (_gate)
        {
            _days.WaitOver(team, teams.DayOf(team, at), end, waited);
        }
    }

    internal void TalkOver(UserId agent, TeamId team, TimeSpan talked, DateTimeOffset at)
    {
        lock (_gate)
        {
            _days.TalkOver(agent, teams.DayOf(team, at), talked);
        }
    }

    internal int? ServiceLevel(TeamId team)
    {
        lock (_gate)
        {
            return _days.ServiceLevel(team, teams.DayOf(team, clock.GetUtcNow()));
        }
    }

    internal (int Answered, TimeSpan AverageTalk) Of(UserId agent)
    {
        if (teams.Of(agent) is not [var team, ..])
        {
            return (0, TimeSpan.Zero);
        }

        lock (_gate)
        {
            return _days.Of(agent, teams.DayOf(team.Id, clock.GetUtcNow()));
        }
    }
}
