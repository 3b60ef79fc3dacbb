using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Queues.Data;
using Santral.Queues.Domain;
using Santral.Queues.Live;

namespace Santral.Queues.Jobs;

/// <summary>
/// The demo's last two working weeks in two teams, so that reports and staffing have something to show: a small queue served by its two agents, the same at
/// every start. It ends yesterday; today is the visitor's own.
/// </summary>
public sealed class SeedHistory(QueuesDb db, TeamBook book, TimeProvider clock) : ISeedDemo
{
    private const int Days = 14;

    /// <summary>Calls an hour from 9 to 18.</summary>
    private static readonly int[] Rhythm = [4, 7, 8, 6, 3, 6, 7, 5, 3];

    private readonly Random _chance = new(20261130);

    public int Order => 21;

    public async Task SeedAsync(CancellationToken stop)
    {
        if (await db.Waits.AnyAsync(stop))
        {
            return;
        }

        foreach (var team in new[] { "customer_services", "technical_support" }.Select(book.FindByCode).OfType<TeamSummary>())
        {
            var agents = book.RulesOf(team.Id)!.Members.Keys.OrderBy(a => a.Value).ToList();
            var zone = book.ZoneOf(team.Id);
            var today = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).Date;
            for (var day = today.AddDays(-Days); day < today && agents.Count > 0; day = day.AddDays(1))
            {
                if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                {
                    WorkDay(team.Id, agents, LocalTime.At(zone, day.AddHours(9)));
                }
            }
        }

        await db.SaveChangesAsync(stop);
    }

    private void WorkDay(TeamId team, List<UserId> agents, DateTimeOffset opens)
    {
        var desks = agents.Select((agent, index) => new Desk(agent, opens, opens.AddHours(3 + index), opens.AddHours(9))).ToList();
        foreach (var arrives in Rhythm.SelectMany((calls, hour) => Enumerable.Range(0, calls).Select(_ => opens.AddHours(hour).AddSeconds(_chance.Next(3600)))).Order())
        {
            var desk = desks.MinBy(d => d.FreeAt(arrives))!;
            var answered = desk.FreeAt(arrives).AddSeconds(3 + _chance.Next(6));
            var patience = Length(150);
            var call = Id.New<CallId>(clock);
            if (answered - arrives > patience)
            {
                Wait(team, call, arrives, WaitEnd.Abandoned, patience, null);
                continue;
            }

            if (_chance.Next(20) == 0)
            {
                db.Add(OfferOf(team, call, desk.Agent, answered.AddSeconds(-3), OfferEnd.Rejected, 3));
            }

            var (talked, wrapped) = (TimeSpan.FromSeconds(40) + Length(170), TimeSpan.FromSeconds(8 + _chance.Next(30)));
            Wait(team, call, arrives, WaitEnd.Answered, answered - arrives, desk.Agent);
            db.Add(OfferOf(team, call, desk.Agent, answered.AddSeconds(-3), OfferEnd.Answered, 3));
            db.Add(new TalkRow
            {
                Id = Guid.CreateVersion7(answered),
                CallId = call,
                Agent = desk.Agent,
                TeamId = team,
                AnsweredAt = answered,
                EndedAt = answered + talked,
                TalkedFor = talked,
                WrappedUpFor = wrapped,
                Disposition = (CallOutcome)_chance.Next(3),
            });
            db.AddRange(desk.Take(team, answered, talked, wrapped));
        }

        db.AddRange(desks.SelectMany(d => d.Leave()));
    }

    private TimeSpan Length(double seconds) => TimeSpan.FromSeconds(Math.Floor(-seconds * Math.Log(1 - _chance.NextDouble())));

    private void Wait(TeamId team, CallId call, DateTimeOffset at, WaitEnd end, TimeSpan waited, UserId? agent) => db.Add(new WaitRow
    {
        Id = Guid.CreateVersion7(at),
        CallId = call,
        TeamId = team,
        PlaceAt = at,
        JoinedAt = at,
        End = end,
        EndedAt = at + waited,
        WaitedFor = waited,
        Agent = agent,
    });

    private static OfferRow OfferOf(TeamId team, CallId call, UserId agent, DateTimeOffset at, OfferEnd end, int seconds) => new()
    {
        Id = Guid.CreateVersion7(at),
        CallId = call,
        Agent = agent,
        TeamId = team,
        OfferedAt = at,
        End = end,
        RangFor = TimeSpan.FromSeconds(seconds),
    };

    /// <summary>An agent's day: from call to call, with a lunch.</summary>
    private sealed class Desk(UserId agent, DateTimeOffset comes, DateTimeOffset lunch, DateTimeOffset goes)
    {
        private static readonly TimeSpan Lunch = TimeSpan.FromMinutes(45);

        private DateTimeOffset _at = comes;
        private bool _hasEaten;

        public UserId Agent => agent;

        public DateTimeOffset FreeAt(DateTimeOffset asked)
        {
            var free = _at > asked ? _at : asked;
            if (_hasEaten || free < lunch)
            {
                return free;
            }

            var back = (_at > lunch ? _at : lunch) + Lunch;
            return back > asked ? back : asked;
        }

        public List<SpanRow> Take(TeamId team, DateTimeOffset answered, TimeSpan talked, TimeSpan wrapped)
        {
            List<SpanRow> spans = [.. Eat(answered), .. Span(PresenceState.Available, AgentActivity.Idle, answered, null, null)];
            spans.AddRange(Span(PresenceState.Available, AgentActivity.Talking, answered + talked, null, team));
            spans.AddRange(Span(PresenceState.Available, AgentActivity.WrapUp, answered + talked + wrapped, null, team));
            return spans;
        }

        public List<SpanRow> Leave() => [.. Eat(goes), .. Span(PresenceState.Available, AgentActivity.Idle, goes, null, null)];

        private List<SpanRow> Eat(DateTimeOffset before)
        {
            if (_hasEaten || before < lunch)
            {
                return [];
            }

            _hasEaten = true;
            var from = _at > lunch ? _at : lunch;
            return [.. Span(PresenceState.Available, AgentActivity.Idle, from, null, null), .. Span(PresenceState.Away, AgentActivity.Idle, from + Lunch, "lunch", null)];
        }

        private List<SpanRow> Span(PresenceState presence, AgentActivity activity, DateTimeOffset until, string? reason, TeamId? team)
        {
            if (until <= _at)
            {
                return [];
            }

            var span = new SpanRow { Id = Guid.CreateVersion7(until), Agent = agent, Presence = presence, Activity = activity, Reason = reason, TeamId = team, From = _at, Until = until };
            _at = until;
            return [span];
        }
    }
}
