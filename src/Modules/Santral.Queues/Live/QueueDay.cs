using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Queues.Live;

/// <summary>The last two days in memory, shared by the actor and the screens.</summary>
public sealed class QueueDay(TeamBook teams, TimeProvider clock)
{
    private static readonly TimeSpan HalfHour = TimeSpan.FromMinutes(30);

    private readonly Lock _gate = new();
    private readonly QueueLedger _ledger = new();

    internal void WaitBegan(Guid row, TeamId team, DateTimeOffset joinedAt, bool cameByOverflow)
    {
        lock (_gate)
        {
            _ledger.WaitBegan(row, team, joinedAt, cameByOverflow);
        }
    }

    internal void WaitOver(Guid row, WaitEnd? end, TimeSpan waited)
    {
        lock (_gate)
        {
            _ledger.WaitOver(row, end, waited);
        }
    }

    internal void TalkOver(Guid row, TeamId team, UserId agent, DateTimeOffset answeredAt, TimeSpan talked)
    {
        lock (_gate)
        {
            _ledger.TalkOver(row, team, agent, answeredAt, talked, clock.GetUtcNow());
        }
    }

    internal void WrappedUp(Guid row, TimeSpan length)
    {
        lock (_gate)
        {
            _ledger.WrappedUp(row, length);
        }
    }

    internal void OfferOver(OfferRecord offer)
    {
        lock (_gate)
        {
            _ledger.OfferOver(offer, clock.GetUtcNow());
        }
    }

    internal void SpanOver(SpanRecord span)
    {
        lock (_gate)
        {
            _ledger.SpanOver(span);
        }
    }

    /// <summary>Of the team's day so far.</summary>
    internal QueueTally Today(TeamId team) => Since(team, teams.DayBegan(team, clock.GetUtcNow()));

    internal QueueTally ThisHalfHour(TeamId team) => Since(team, HalfHourBegan());

    internal DateTimeOffset HalfHourBegan()
    {
        var now = clock.GetUtcNow();
        return new DateTimeOffset(now.UtcTicks - (now.UtcTicks % HalfHour.Ticks), TimeSpan.Zero);
    }

    /// <summary>What a team's agents did since an instant, the stretches they are in now included.</summary>
    internal AgentTally Work(IEnumerable<AgentPicture> agents, DateTimeOffset since)
    {
        var now = clock.GetUtcNow();
        var tally = new AgentTally();
        lock (_gate)
        {
            foreach (var agent in agents)
            {
                foreach (var span in _ledger.SpansOf(agent.Agent, since))
                {
                    tally.Add(span, since, now);
                }

                tally.Add(new SpanRecord(agent.Agent, agent.Presence, agent.Reason, agent.Activity, agent.Team, agent.Since, now), since, now);
            }
        }

        return tally;
    }

    internal int? ServiceLevel(TeamId team)
        => QueueMetrics.ServiceLevel(Today(team)) is { } percent ? (int)Math.Round(percent, MidpointRounding.AwayFromZero) : null;

    internal (int Answered, TimeSpan AverageTalk) Of(UserId agent)
    {
        if (teams.Of(agent) is not [var team, ..])
        {
            return (0, TimeSpan.Zero);
        }

        lock (_gate)
        {
            return _ledger.TalksOf(agent, teams.DayBegan(team.Id, clock.GetUtcNow()));
        }
    }

    private QueueTally Since(TeamId team, DateTimeOffset since)
    {
        lock (_gate)
        {
            return _ledger.Of(team, since, DateTimeOffset.MaxValue, teams.TargetOf(team));
        }
    }
}
