using Santral.Contracts.Queues;

namespace Santral.Queues.Domain;

/// <summary>A team of agents, how its queue rings them and when it is open.</summary>
public class Team : Aggregate, IAudited
{
    private readonly List<TeamMember> _members = [];

    private Team()
    {
    }

    public Team(TeamId id, string code, Names names, string unit, string timeZone)
    {
        Id = id;
        Code = code;
        Names = names;
        Unit = unit;
        TimeZone = timeZone;
        Hours = OpeningHours.Write(OpeningHours.Always);
    }

    public TeamId Id { get; private set; }

    public string Code { get; private set; } = "";

    public Names Names { get; private set; } = new("", "", "");

    public string Unit { get; private set; } = "";

    public string TimeZone { get; private set; } = "";

    public TimeSpan RingFor { get; private set; } = TimeSpan.FromSeconds(20);

    public TimeSpan WrapUpFor { get; private set; } = TimeSpan.FromSeconds(30);

    public TimeSpan MaxWait { get; private set; } = TimeSpan.FromMinutes(30);

    public bool AcceptsWithoutAgents { get; private set; } = true;

    public IReadOnlyList<TeamMember> Members => _members;

    /// <summary>As <see cref="OpeningHours.Write"/> writes them: one readable line in the audit trail.</summary>
    public string Hours { get; private set; } = "";

    Guid IAudited.AuditId => Id.Value;

    public OpeningHours Opening => new(TimeZone, OpeningHours.Read(Hours));

    public TeamSummary Summary => new(Id, Code, Names, Unit);

    public TeamRules Rules => new(Id, _members.ToDictionary(m => m.Agent, m => m.Priority), RingFor, WrapUpFor, MaxWait, AcceptsWithoutAgents);

    public void Rename(Names names) => Names = names;

    public void Ring(TimeSpan ringFor, TimeSpan wrapUpFor, TimeSpan maxWait, bool acceptsWithoutAgents)
    {
        RingFor = ringFor;
        WrapUpFor = wrapUpFor;
        MaxWait = maxWait;
        AcceptsWithoutAgents = acceptsWithoutAgents;
    }

    /// <summary>Replaces the members; the same person twice is one member.</summary>
    public void Staff(IEnumerable<(UserId Agent, int Priority)> members)
    {
        var wanted = members.GroupBy(m => m.Agent).ToDictionary(g => g.Key, g => g.Last().Priority);
        _members.RemoveAll(m => !wanted.ContainsKey(m.Agent));
        foreach (var (agent, priority) in wanted)
        {
            var member = _members.Find(m => m.Agent == agent);
            if (member is null)
            {
                _members.Add(new TeamMember(agent, priority));
            }
            else
            {
                member.Weigh(priority);
            }
        }
    }

    public void Open(string timeZone, IReadOnlyList<OpeningTime> hours)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _))
        {
            throw new Refusal("queues.time_zone_unknown", RefusalKind.Invalid, ("timeZone", timeZone));
        }

        foreach (var day in hours.GroupBy(h => h.Day))
        {
            var end = 0;
            foreach (var time in day.OrderBy(t => t.Opens))
            {
                if (time.Opens < end || time.Closes <= time.Opens || time.Closes > OpeningTime.WholeDay)
                {
                    throw new Refusal("queues.hours_wrong", RefusalKind.Invalid, ("day", time.Day));
                }

                end = time.Closes;
            }
        }

        TimeZone = timeZone;
        Hours = OpeningHours.Write(hours);
    }
}

/// <summary>An agent's place in a team; a higher priority is rung first.</summary>
public sealed class TeamMember
{
    private TeamMember()
    {
    }

    public TeamMember(UserId agent, int priority)
    {
        Agent = agent;
        Priority = priority;
    }

    public UserId Agent { get; private set; }

    public int Priority { get; private set; }

    internal void Weigh(int priority) => Priority = priority;
}
