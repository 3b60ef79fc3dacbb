using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Queues.Domain;

/// <summary>
/// Decides who is offered which caller. No clock, no threads, no tables: an input and an instant go in, effects come out,
/// so that years of queueing can be tested in a second. <see cref="NextDue"/> says when it wants to be ticked.
/// </summary>
public sealed partial class QueueBoard
{
    /// <summary>How long a page may take to reload before its agent counts as gone.</summary>
    public static readonly TimeSpan PhoneGrace = TimeSpan.FromSeconds(15);

    /// <summary>After a restart every browser has to come back at once.</summary>
    public static readonly TimeSpan RestartGrace = TimeSpan.FromSeconds(60);

    /// <summary>How long an agent who rejected a caller is not offered that caller again.</summary>
    public static readonly TimeSpan PassOverFor = TimeSpan.FromSeconds(30);

    /// <summary>Where a team is gone while its caller is on the way to one of its agents.</summary>
    private static readonly TimeSpan RingForNobody = TimeSpan.FromSeconds(20);

    private readonly Dictionary<TeamId, TeamRules> _teams = [];
    private readonly Dictionary<UserId, BoardAgent> _agents = [];
    private readonly Dictionary<CallId, BoardCaller> _callers = [];
    private List<QueueEffect> _effects = [];
    private long _sequence;

    /// <summary>The earliest instant at which time alone changes something; null when nothing is pending.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            DateTimeOffset? next = null;
            foreach (var agent in _agents.Values)
            {
                next = Earlier(next, agent.WrapUpUntil);
                next = Earlier(next, agent.GraceUntil);
            }

            foreach (var caller in _callers.Values.Where(c => c.State == CallerState.Waiting))
            {
                next = Earlier(next, GivesUpAt(caller));
                foreach (var until in caller.PassedOver.Values)
                {
                    next = Earlier(next, until);
                }
            }

            return next;
        }
    }

    public IReadOnlyList<QueueEffect> Step(QueueInput input, DateTimeOffset now)
    {
        _effects = [];
        PassTime(now);
        Apply(input, now);
        DismissUnservable(now);
        MatchOnly(now);
        Match(now);
        return _effects;
    }

    public AgentPicture? Picture(UserId agent) => _agents.GetValueOrDefault(agent)?.Picture();

    public TeamPicture Picture(TeamId team)
    {
        var waiting = _callers.Values.Where(c => c.Team == team && c.State != CallerState.Talking).ToList();
        var members = MembersOf(team).ToList();
        return new TeamPicture(
            team,
            waiting.Count,
            waiting.Count == 0 ? null : waiting.Min(c => c.WaitingSince),
            members.Count(a => a.IsReady),
            members.Count(a => a.Activity == AgentActivity.Talking && a.Team == team));
    }

    /// <summary>For tests of what must always hold: who is with whom.</summary>
    internal IEnumerable<BoardCaller> Callers => _callers.Values;

    internal IEnumerable<BoardAgent> Agents => _agents.Values;

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b ?? a : a;

    private IEnumerable<BoardAgent> MembersOf(TeamId team) => _teams.TryGetValue(team, out var rules)
        ? rules.Members.Keys.Select(m => _agents.GetValueOrDefault(m)).OfType<BoardAgent>()
        : [];

    private DateTimeOffset? GivesUpAt(BoardCaller caller) => _teams.TryGetValue(caller.Team, out var rules) && rules.MaxWait > TimeSpan.Zero
        ? caller.WaitingSince + rules.MaxWait
        : null;

    private BoardAgent Agent(UserId id, DateTimeOffset now)
    {
        if (!_agents.TryGetValue(id, out var agent))
        {
            _agents[id] = agent = new BoardAgent(id, now);
        }

        return agent;
    }

    private void PassTime(DateTimeOffset now)
    {
        foreach (var agent in _agents.Values)
        {
            if (agent.WrapUpUntil <= now)
            {
                BecomeIdle(agent, now);
            }

            if (agent.GraceUntil <= now)
            {
                agent.GraceUntil = null;
                if (agent.Presence == PresenceState.Available && !agent.PhoneThere)
                {
                    SetPresence(agent, PresenceState.Away, AwayReasons.PhoneLost, now);
                }
            }
        }

        foreach (var caller in _callers.Values.Where(c => c.State == CallerState.Waiting).ToList())
        {
            if (GivesUpAt(caller) <= now)
            {
                Dismiss(caller, QueueOutcome.TimedOut, now);
                continue;
            }

            foreach (var over in caller.PassedOver.Where(p => p.Value <= now).Select(p => p.Key).ToList())
            {
                caller.PassedOver.Remove(over);
            }
        }
    }

    private void DismissUnservable(DateTimeOffset now)
    {
        foreach (var caller in _callers.Values.Where(c => c is { State: CallerState.Waiting, Only: null }).ToList())
        {
            var known = _teams.TryGetValue(caller.Team, out var rules);
            if (!known || (!rules!.AcceptsWithoutAgents && !MembersOf(caller.Team).Any(a => a.IsSignedIn)))
            {
                Dismiss(caller, QueueOutcome.NoAgents, now);
            }
        }
    }

    /// <summary>Callers meant for one agent: he is rung now or the caller does not wait for him.</summary>
    private void MatchOnly(DateTimeOffset now)
    {
        foreach (var caller in _callers.Values.Where(c => c is { State: CallerState.Waiting, Only: not null }).ToList())
        {
            var agent = _agents.GetValueOrDefault(caller.Only!.Value);
            if (agent is not null && (caller.IsReturned ? agent.CanTakeBack : agent.IsReady))
            {
                Offer(caller, agent, now);
            }
            else
            {
                Dismiss(caller, QueueOutcome.NotTaken, now);
            }
        }
    }

    private void Offer(BoardCaller caller, BoardAgent agent, DateTimeOffset now)
    {
        caller.State = CallerState.Offered;
        caller.Agent = agent.Id;
        Busy(agent, AgentActivity.Offered, caller, now);
        _effects.Add(new QueueEffect.Offer(caller.Call, agent.Id, caller.Team, RingFor(caller.Team), now - caller.WaitingSince));
    }

    private TimeSpan RingFor(TeamId team) => _teams.TryGetValue(team, out var rules) ? rules.RingFor : RingForNobody;

    private void Match(DateTimeOffset now)
    {
        var ready = _agents.Values.Count(a => a.IsReady);
        if (ready == 0)
        {
            return;
        }

        var waiting = _callers.Values.Where(c => c is { State: CallerState.Waiting, Only: null }).ToList();
        waiting.Sort(BoardCaller.Compare);
        foreach (var caller in waiting)
        {
            var rules = _teams[caller.Team];
            var agent = MembersOf(caller.Team)
                .Where(a => a.IsReady && !caller.PassedOver.ContainsKey(a.Id))
                .OrderByDescending(a => rules.Members[a.Id])
                .ThenBy(a => a.IdleSince)
                .ThenBy(a => a.Id.Value)
                .FirstOrDefault();
            if (agent is null)
            {
                continue;
            }

            Offer(caller, agent, now);
            if (--ready == 0)
            {
                return;
            }
        }
    }
}
