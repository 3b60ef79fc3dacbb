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
    private DateTimeOffset _now;

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
                next = Earlier(next, caller.Preferred is null ? null : caller.PreferredUntil);
                next = Earlier(next, OverflowsAt(caller));
                next = Earlier(next, RelaxesAt(caller));
                foreach (var until in caller.PassedOver.Values)
                {
                    next = Earlier(next, until);
                }
            }

            foreach (var team in _teams.Values.Where(t => t is { EndsAtClosing: true, Opening: not null } && _callers.Values.Any(c => c.State == CallerState.Waiting && c.Team == t.Id)))
            {
                next = Earlier(next, team.Opening!.ClosesAfter(_now));
            }

            return next;
        }
    }

    public IReadOnlyList<QueueEffect> Step(QueueInput input, DateTimeOffset now)
    {
        _effects = [];
        _now = now;
        PassTime(now);
        Apply(input, now);
        Overflow(now);
        DismissUnservable(now);
        MatchOnly(now);
        Match(now);
        return _effects;
    }

    public AgentPicture? Picture(UserId agent) => _agents.GetValueOrDefault(agent)?.Picture();

    public TeamPicture Picture(TeamId team)
    {
        var places = _callers.Values.Where(c => c.Team == team && c.State != CallerState.Talking).ToList();
        var waiting = places.Where(c => !c.IsCallback).ToList();
        var members = MembersOf(team).ToList();
        return new TeamPicture(
            team,
            waiting.Count,
            waiting.Count == 0 ? null : waiting.Min(c => c.WaitingSince),
            members.Count(a => a.IsReady),
            members.Count(a => a.Activity == AgentActivity.Talking && a.Team == team),
            places.Count - waiting.Count);
    }

    /// <summary>A waiting caller's place among those of his team, 1 for the next, and how many agents work there; null when he does not wait.</summary>
    public (int Position, int Staffed)? Standing(CallId call)
        => _callers.TryGetValue(call, out var caller) && caller is { State: CallerState.Waiting, Only: null }
            ? (1 + _callers.Values.Count(c => c.Team == caller.Team && c is { State: CallerState.Waiting, Only: null } && BoardCaller.Compare(c, caller) < 0), MembersOf(caller.Team).Count(a => a.IsStaffed))
            : null;

    public bool Has(CallId call) => _callers.ContainsKey(call);

    public TimeSpan KeepsPlaceFor(TeamId team) => _teams.GetValueOrDefault(team)?.KeepPlaceFor ?? OldPlaces.KeptFor;

    /// <summary>For tests of what must always hold: who is with whom.</summary>
    internal IEnumerable<BoardCaller> Callers => _callers.Values;

    internal IEnumerable<BoardAgent> Agents => _agents.Values;

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b ?? a : a;

    private IEnumerable<BoardAgent> MembersOf(TeamId team) => _teams.TryGetValue(team, out var rules)
        ? rules.Members.Keys.Select(m => _agents.GetValueOrDefault(m)).OfType<BoardAgent>()
        : [];

    private DateTimeOffset? GivesUpAt(BoardCaller caller) => !caller.IsCallback && _teams.TryGetValue(caller.Team, out var rules) && rules.MaxWait > TimeSpan.Zero
        ? caller.WaitingSince + rules.MaxWait
        : null;

    private DateTimeOffset? OverflowsAt(BoardCaller caller)
        => caller is { OverflowDue: false, HasOverflowed: false, Only: null, IsCallback: false } && _teams.TryGetValue(caller.Team, out var rules) && rules.OverflowTo is not null
            ? caller.WaitingSince + rules.OverflowAfter
            : null;

    private DateTimeOffset? RelaxesAt(BoardCaller caller)
        => !caller.TakesAnybody && !caller.Skills.IsEmpty && _teams.TryGetValue(caller.Team, out var rules) && rules.RelaxSkillsAfter > TimeSpan.Zero
            ? caller.WaitingSince + rules.RelaxSkillsAfter
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

        var closed = _teams.Values.Where(t => t.EndsAtClosing && !t.IsOpen(now)).Select(t => t.Id).ToHashSet();
        foreach (var caller in _callers.Values.Where(c => c.State == CallerState.Waiting).ToList())
        {
            if (GivesUpAt(caller) <= now)
            {
                Dismiss(caller, QueueOutcome.TimedOut, now);
                continue;
            }

            if (caller is { Only: null, IsCallback: false } && closed.Contains(caller.Team))
            {
                Dismiss(caller, QueueOutcome.Closed, now);
                continue;
            }

            caller.OverflowDue |= OverflowsAt(caller) <= now;
            caller.TakesAnybody |= RelaxesAt(caller) <= now;
            caller.Preferred = caller.PreferredUntil <= now ? null : caller.Preferred;

            foreach (var over in caller.PassedOver.Where(p => p.Value <= now).Select(p => p.Key).ToList())
            {
                caller.PassedOver.Remove(over);
            }
        }
    }

    private void DismissUnservable(DateTimeOffset now)
    {
        foreach (var caller in _callers.Values.Where(c => c is { State: CallerState.Waiting, Only: null, IsCallback: false }).ToList())
        {
            var known = _teams.TryGetValue(caller.Team, out var rules);
            if (!known || (!rules!.AcceptsWithoutAgents && !MembersOf(caller.Team).Any(a => a.IsSignedIn)))
            {
                Dismiss(caller, QueueOutcome.NoAgents, now);
            }
        }
    }

    /// <summary>Those who have waited long enough go on to a team that can take them, with the place they have.</summary>
    private void Overflow(DateTimeOffset now)
    {
        foreach (var caller in _callers.Values.Where(c => c is { State: CallerState.Waiting, OverflowDue: true, HasOverflowed: false }).ToList())
        {
            var from = caller.Team;
            if (_teams.GetValueOrDefault(from)?.OverflowTo is not { } to || to == from || !_teams.TryGetValue(to, out var rules) || !rules.IsOpen(now) || !MembersOf(to).Any(a => a.IsSignedIn))
            {
                continue;
            }

            var isCounted = !caller.Counted;
            CountWait(caller, WaitEnd.Overflowed, null, now);
            caller.Counted = !isCounted;
            caller.Team = to;
            caller.HasOverflowed = true;
            caller.Preferred = null;
            _effects.Add(new QueueEffect.Overflow(caller.Call, from, to, isCounted));
            TeamChanged(from);
            TeamChanged(to);
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

        var readyOf = new Dictionary<TeamId, List<BoardAgent>>();
        var waiting = _callers.Values.Where(c => c is { State: CallerState.Waiting, Only: null }).ToList();
        waiting.Sort(BoardCaller.Compare);
        foreach (var caller in waiting)
        {
            if (!readyOf.TryGetValue(caller.Team, out var members))
            {
                readyOf[caller.Team] = members = [.. MembersOf(caller.Team).Where(a => a.IsReady)];
            }

            if (Choose(caller, members, _teams[caller.Team]) is not { } agent)
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

    /// <summary>
    /// The agent who knows the caller, while he waits for that one; else who has the skills: most of them first where any will do, then by priority in the
    /// team, then the longest idle.
    /// </summary>
    private BoardAgent? Choose(BoardCaller caller, List<BoardAgent> members, TeamRules rules)
    {
        if (caller.Preferred is { } wanted && !caller.PassedOver.ContainsKey(wanted) && _agents.GetValueOrDefault(wanted) is { IsStaffed: true } known && rules.Members.ContainsKey(wanted))
        {
            return known.IsReady ? known : null;
        }

        BoardAgent? best = null;
        foreach (var agent in members)
        {
            if (agent.IsReady && !caller.PassedOver.ContainsKey(agent.Id) && (caller.TakesAnybody || SkillsOf(agent, rules).Covers(caller.Skills)) && (best is null || IsBetter(agent, best, caller, rules)))
            {
                best = agent;
            }
        }

        return best;
    }

    private static bool IsBetter(BoardAgent agent, BoardAgent than, BoardCaller caller, TeamRules rules)
    {
        var bySkill = caller.Skills.IsEmpty ? 0 : SkillsOf(agent, rules).Meets(caller.Skills) - SkillsOf(than, rules).Meets(caller.Skills);
        var byPriority = rules.Members[agent.Id] - rules.Members[than.Id];
        var byIdle = than.IdleSince.CompareTo(agent.IdleSince);
        return bySkill != 0 ? bySkill > 0 : byPriority != 0 ? byPriority > 0 : byIdle != 0 ? byIdle > 0 : agent.Id.Value.CompareTo(than.Id.Value) < 0;
    }

    private static Skills SkillsOf(BoardAgent agent, TeamRules rules) => rules.Skills.GetValueOrDefault(agent.Id) ?? Skills.None;
}
