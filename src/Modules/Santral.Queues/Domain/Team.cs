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

    public TimeSpan ServiceLevelWithin { get; private set; } = ServiceTarget.Default.ServiceLevelWithin;

    /// <summary>What the wallboard measures the service level against.</summary>
    public int ServiceLevelPercent { get; private set; } = 80;

    public TimeSpan ShortAbandon { get; private set; } = ServiceTarget.Default.ShortAbandon;

    /// <summary>From this wait on the wallboard warns.</summary>
    public TimeSpan WaitWarning { get; private set; } = TimeSpan.FromSeconds(60);

    public TimeSpan WaitAlarm { get; private set; } = TimeSpan.FromSeconds(180);

    public TimeSpan HeadStart { get; private set; }

    public TeamId? OverflowTo { get; private set; }

    public TimeSpan OverflowAfter { get; private set; }

    /// <summary>How far back an agent counts as knowing a caller; 0: callers are offered to whoever is there.</summary>
    public int LastAgentDays { get; private set; }

    public TimeSpan LastAgentWait { get; private set; } = TimeSpan.FromSeconds(15);

    /// <summary>Agents must have the caller's language as a skill.</summary>
    public bool MatchesLanguage { get; private set; }

    public TimeSpan RelaxSkillsAfter { get; private set; } = TimeSpan.FromSeconds(60);

    public bool EndsAtClosing { get; private set; }

    public TimeSpan KeepPlaceFor { get; private set; } = OldPlaces.KeptFor;

    /// <summary>Zero: nothing is said while a caller waits.</summary>
    public TimeSpan AnnounceEvery { get; private set; }

    public bool AnnouncesPosition { get; private set; }

    public bool AnnouncesWait { get; private set; }

    /// <summary>Who waits may press a key to be called back.</summary>
    public bool OffersCallback { get; private set; }

    /// <summary>Codes of what its agents may say came of a call, with spaces between; empty: all there are.</summary>
    public string DispositionCodes { get; private set; } = "";

    public IReadOnlyList<string> Dispositions => DispositionCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<TeamMember> Members => _members;

    /// <summary>As <see cref="OpeningHours.Write"/> writes them: one readable line in the audit trail.</summary>
    public string Hours { get; private set; } = "";

    Guid IAudited.AuditId => Id.Value;

    public OpeningHours Opening => new(TimeZone, OpeningHours.Read(Hours));

    public TeamSummary Summary => new(Id, Code, Names, Unit);

    public TeamRules Rules => new(Id, _members.ToDictionary(m => m.Agent, m => m.Priority), RingFor, WrapUpFor, MaxWait, AcceptsWithoutAgents)
    {
        HeadStart = HeadStart,
        OverflowTo = OverflowTo,
        OverflowAfter = OverflowAfter,
        Opening = Opening,
        EndsAtClosing = EndsAtClosing,
        Skills = _members.ToDictionary(m => m.Agent, m => Skills.Read(m.SkillText)),
        RelaxSkillsAfter = RelaxSkillsAfter,
        KeepPlaceFor = KeepPlaceFor,
    };

    public ServiceTarget Target => new(ServiceLevelWithin, ShortAbandon);

    public TeamSpeech Speech => new(AnnounceEvery, AnnouncesPosition, AnnouncesWait);

    public void Rename(Names names) => Names = names;

    public void Ring(TimeSpan ringFor, TimeSpan wrapUpFor, TimeSpan maxWait, bool acceptsWithoutAgents)
    {
        RingFor = ringFor;
        WrapUpFor = wrapUpFor;
        MaxWait = maxWait;
        AcceptsWithoutAgents = acceptsWithoutAgents;
    }

    public void Promise(TimeSpan within, int percent, TimeSpan shortAbandon, TimeSpan warning, TimeSpan alarm)
    {
        if (alarm < warning)
        {
            throw new Refusal("queues.alarm_before_warning", RefusalKind.Invalid);
        }

        ServiceLevelWithin = within;
        ServiceLevelPercent = percent;
        ShortAbandon = shortAbandon;
        WaitWarning = warning;
        WaitAlarm = alarm;
    }

    public void Route(TimeSpan headStart, TeamId? overflowTo, TimeSpan overflowAfter, int lastAgentDays, TimeSpan lastAgentWait)
    {
        if (overflowTo == Id)
        {
            throw new Refusal("queues.overflow_to_itself", RefusalKind.Invalid);
        }

        HeadStart = headStart;
        OverflowTo = overflowTo;
        OverflowAfter = overflowAfter;
        LastAgentDays = lastAgentDays;
        LastAgentWait = lastAgentWait;
    }

    public void AskSkills(bool matchesLanguage, TimeSpan relaxAfter)
    {
        MatchesLanguage = matchesLanguage;
        RelaxSkillsAfter = relaxAfter;
    }

    public void Hold(bool endsAtClosing, TimeSpan keepPlaceFor)
    {
        EndsAtClosing = endsAtClosing;
        KeepPlaceFor = keepPlaceFor;
    }

    public void Announce(TeamSpeech speech, bool offersCallback = false)
    {
        OffersCallback = offersCallback;
        AnnounceEvery = speech.Every;
        AnnouncesPosition = speech.Position;
        AnnouncesWait = speech.Wait;
    }

    /// <param name="codes">None: all there are.</param>
    public void Offer(IReadOnlyList<string> codes) => DispositionCodes = string.Join(' ', codes);

    /// <summary>What a member can; somebody who is no member is passed over.</summary>
    public void Train(UserId agent, Skills skills) => _members.Find(m => m.Agent == agent)?.Learn(skills);

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
public sealed class TeamMember : IAudited
{
    private TeamMember()
    {
    }

    public TeamMember(UserId agent, int priority)
    {
        Agent = agent;
        Priority = priority;
    }

    public TeamId TeamId { get; private set; }

    public UserId Agent { get; private set; }

    public int Priority { get; private set; }

    /// <summary>As <see cref="Skills"/> writes them.</summary>
    public string SkillText { get; private set; } = "";

    Guid IAudited.AuditId => TeamId.Value;

    internal void Weigh(int priority) => Priority = priority;

    internal void Learn(Skills skills) => SkillText = skills.ToString();
}

/// <summary>What a caller is told while he waits.</summary>
/// <param name="Every">Zero: nothing.</param>
public sealed record TeamSpeech(TimeSpan Every, bool Position, bool Wait)
{
    public bool IsSilent => Every <= TimeSpan.Zero || !(Position || Wait);
}
