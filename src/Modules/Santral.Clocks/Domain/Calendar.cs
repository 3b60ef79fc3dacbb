namespace Santral.Clocks.Domain;

/// <summary>A calendar as an operator keeps it: names, zone, week, special days, and who works by it.</summary>
public sealed class Calendar : Aggregate, IAudited
{
    public const int MostDays = 500;
    public const int LongestName = 120;

    private readonly List<CalendarDay> _days = [];
    private readonly List<CalendarUse> _uses = [];

    private Calendar()
    {
    }

    public CalendarId Id { get; private set; }

    public Names Names { get; private set; } = new("", "", "");

    /// <summary>IANA name.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>As <see cref="Domain.Hours"/> writes them.</summary>
    public string Week { get; private set; } = "";

    public IReadOnlyList<CalendarDay> Days => _days;

    public IReadOnlyList<CalendarUse> Uses => _uses;

    public Guid AuditId => Id.Value;

    public static Calendar Make(CalendarId id, CalendarPlan plan, DateTimeOffset now)
    {
        var calendar = new Calendar { Id = id };
        calendar.Change(plan, now);
        return calendar;
    }

    public void Change(CalendarPlan plan, DateTimeOffset now)
    {
        var sound = plan.OrRefuse();
        (Names, TimeZone, Week) = (sound.Names, sound.TimeZone, Hours.Write(sound.Week));

        // Days that stay keep their rows, so that the trail shows only what changed.
        var wanted = sound.Days.ToDictionary(d => d.Key);
        _days.RemoveAll(d => !wanted.ContainsKey(d.Key));
        foreach (var day in _days)
        {
            day.Become(wanted[day.Key]);
        }

        var kept = _days.Select(d => d.Key).ToHashSet();
        _days.AddRange(sound.Days.Where(d => !kept.Contains(d.Key)).Select(d => new CalendarDay(Id, d)));
        Raise(new ClocksChanged(now));
    }

    public void UseFor(IReadOnlyCollection<string> units, IReadOnlyCollection<TeamId> teams)
    {
        _uses.RemoveAll(u => !(u.Unit is { } unit ? units.Contains(unit) : teams.Contains(u.TeamId!.Value)));
        _uses.AddRange(units.Where(u => !_uses.Exists(x => x.Unit == u)).Select(u => new CalendarUse(Id, u, null)));
        _uses.AddRange(teams.Where(t => !_uses.Exists(x => x.TeamId == t)).Select(t => new CalendarUse(Id, null, t)));
    }

    /// <summary>Whoever still works by it would work by none.</summary>
    public void EndOrRefuse(DateTimeOffset now)
    {
        if (_uses.Count > 0)
        {
            throw new Refusal("clocks.calendar_used", RefusalKind.State, ("count", _uses.Count));
        }

        Raise(new ClocksChanged(now));
    }

    internal WorkCalendar ToWork() => Plan().ToWork();

    internal CalendarPlan Plan() => new(Names, TimeZone, Hours.ReadWeek(Week), [.. _days.Select(d => d.ToDay()).OrderBy(d => d.Date)]);
}

/// <summary>A special day of a calendar.</summary>
public sealed class CalendarDay : IAudited
{
    private CalendarDay()
    {
    }

    internal CalendarDay(CalendarId calendar, SpecialDay day)
    {
        (CalendarId, Key) = (calendar, day.Key);
        Become(day);
    }

    public CalendarId CalendarId { get; private set; }

    public string Key { get; private set; } = "";

    public DateOnly Date { get; private set; }

    public bool IsYearly { get; private set; }

    public SpecialDayKind Kind { get; private set; }

    public Names Names { get; private set; } = new("", "", "");

    public string Opening { get; private set; } = "";

    Guid IAudited.AuditId => CalendarId.Value;

    internal void Become(SpecialDay day)
    {
        (Date, IsYearly, Kind, Opening) = (day.Date, day.IsYearly, day.Kind, Hours.Write(day.Blocks));
        if (Names != day.Names)
        {
            Names = day.Names;
        }
    }

    internal SpecialDay ToDay() => new(Date, IsYearly, Kind, Names, Hours.ReadBlocks(Opening));
}

/// <summary>That a business unit or a team works by a calendar; each works by one.</summary>
public sealed class CalendarUse : IAudited
{
    private CalendarUse()
    {
    }

    internal CalendarUse(CalendarId calendar, string? unit, TeamId? team)
        => (CalendarId, Unit, TeamId, Who) = (calendar, unit, team, unit is null ? $"team:{team}" : $"unit:{unit}");

    /// <summary>The key: `unit:internet`, `team:…`.</summary>
    public string Who { get; private set; } = "";

    public CalendarId CalendarId { get; private set; }

    public string? Unit { get; private set; }

    public TeamId? TeamId { get; private set; }

    Guid IAudited.AuditId => CalendarId.Value;
}
