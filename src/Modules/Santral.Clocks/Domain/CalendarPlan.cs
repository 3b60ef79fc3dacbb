namespace Santral.Clocks.Domain;

/// <summary>What a calendar says, as typed: saved, previewed or made for a start by the same rules.</summary>
public sealed record CalendarPlan(Names Names, string TimeZone, IReadOnlyList<WeekBlock> Week, IReadOnlyList<SpecialDay> Days)
{
    public const int MostBlocksADay = 8;

    /// <summary>Cleaned, in order; refused where it makes no sense.</summary>
    public CalendarPlan OrRefuse()
    {
        var names = NamesOrRefuse(Names, "clocks.name_needed");
        ZoneOrRefuse(TimeZone);
        WeekOrRefuse();
        if (Days.Count > Calendar.MostDays)
        {
            throw new Refusal("clocks.days_too_many", RefusalKind.Invalid, ("max", Calendar.MostDays));
        }

        var keys = new HashSet<string>();
        foreach (var day in Days)
        {
            if (day.Date.Year is < 2000 or > 2199)
            {
                throw new Refusal("clocks.day_out_of_range", RefusalKind.Invalid, ("date", day.Date));
            }

            if (!keys.Add(day.Key))
            {
                throw new Refusal("clocks.day_twice", RefusalKind.Invalid, ("date", day.Date));
            }

            if (day.Blocks.Count > MostBlocksADay || !Block.AreSound(day.Blocks))
            {
                throw new Refusal("clocks.day_blocks_overlap", RefusalKind.Invalid, ("date", day.Date));
            }

            if (day.Kind == SpecialDayKind.Opening && day.Blocks.Count == 0)
            {
                throw new Refusal("clocks.opening_without_hours", RefusalKind.Invalid, ("date", day.Date));
            }
        }

        return this with { Names = names, Days = [.. Days.Select(d => d with { Names = NamesOrRefuse(d.Names, "clocks.day_name_needed") })] };
    }

    internal WorkCalendar ToWork() => new(TimeZoneInfo.FindSystemTimeZoneById(TimeZone), Week, Days);

    /// <summary>At least one language; the others show it until somebody translates.</summary>
    internal static Names NamesOrRefuse(Names names, string code)
    {
        var (tr, sv, en) = (Typed.Line(names.Tr), Typed.Line(names.Sv), Typed.Line(names.En));
        if ((tr ?? sv ?? en) is not { } any)
        {
            throw new Refusal(code, RefusalKind.Invalid);
        }

        var read = new Names(tr ?? en ?? any, sv ?? en ?? any, en ?? any);
        return read.Tr.Length > Calendar.LongestName || read.Sv.Length > Calendar.LongestName || read.En.Length > Calendar.LongestName
            ? throw new Refusal("clocks.name_too_long", RefusalKind.Invalid, ("max", Calendar.LongestName))
            : read;
    }

    private static void ZoneOrRefuse(string name)
    {
        if (name.Length > 60 || !TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) || !zone.HasIanaId)
        {
            throw new Refusal("clocks.time_zone_unknown", RefusalKind.Invalid, ("timeZone", name));
        }
    }

    private void WeekOrRefuse()
    {
        if (Week.Count == 0)
        {
            throw new Refusal("clocks.never_open", RefusalKind.Invalid);
        }

        var days = Week.ToLookup(b => b.Day, b => b.Block);
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            Block[] own = [.. days[day]];
            Block[] yesterday = [.. days[(DayOfWeek)(((int)day + 6) % 7)]];
            var night = yesterday.Length == 0 ? 0 : yesterday.Max(b => b.Closes) - Block.Day;
            if (own.Length > MostBlocksADay || !Block.AreSound(own) || own.Any(b => b.Opens < night))
            {
                throw new Refusal("clocks.blocks_overlap", RefusalKind.Invalid, ("day", day));
            }
        }
    }
}
