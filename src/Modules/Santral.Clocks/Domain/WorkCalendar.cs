using System.Collections.Concurrent;

namespace Santral.Clocks.Domain;

/// <summary>
/// When time counts: weekly blocks, holidays and exceptional days in a time zone. Immutable; a year's table is made when first asked.
/// A minute counts when the wall clock shows an open one, through both changes of summer time.
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>A target that is not used up by then is never due.</summary>
    public const int FarthestYears = 50;

    /// <summary>Years outside make no sense for a document and would leave the range of dates.</summary>
    private const int FirstYear = 1900;
    private const int LastYear = 8000;

    private readonly ConcurrentDictionary<int, YearTable> _years = new();
    private readonly DayPattern _pattern;

    public WorkCalendar(TimeZoneInfo zone, IEnumerable<WeekBlock> week, IEnumerable<SpecialDay> days)
        => (Zone, _pattern) = (zone, new DayPattern(week, days));

    public TimeZoneInfo Zone { get; }

    /// <summary>Every hour of every day.</summary>
    public static WorkCalendar Always(TimeZoneInfo zone)
        => new(zone, Enum.GetValues<DayOfWeek>().Select(day => new WeekBlock(day, 0, Block.Day)), []);

    /// <summary>Open time between two instants; 0 when they stand the other way round.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from)
        {
            return TimeSpan.Zero;
        }

        var ticks = Table(to).Before(to.UtcTicks) - Table(from).Before(from.UtcTicks);
        for (var year = YearOf(from); year < YearOf(to); year++)
        {
            ticks += Table(year).Total;
        }

        return new TimeSpan(ticks);
    }

    /// <summary>The first instant at which <paramref name="work"/> open time has passed since <paramref name="from"/>; null when that is never.</summary>
    public DateTimeOffset? After(DateTimeOffset from, TimeSpan work)
    {
        if (work <= TimeSpan.Zero)
        {
            return from;
        }

        var first = YearOf(from);
        var left = work.Ticks + Table(first).Before(from.UtcTicks);
        for (var year = first; year <= Math.Min(first + FarthestYears, LastYear); year++)
        {
            var table = Table(year);
            if (left <= table.Total)
            {
                return new DateTimeOffset(table.When(left), TimeSpan.Zero);
            }

            left -= table.Total;
        }

        return null;
    }

    public OpenState StateAt(DateTimeOffset at)
    {
        var first = YearOf(at);
        var isOpen = Table(first).IsOpen(at.UtcTicks);
        var from = at.UtcTicks;
        for (var year = first; year <= Math.Min(first + FarthestYears, LastYear); year++)
        {
            // What ends with the year may go on in the next.
            for (var change = Table(year).ChangeAfter(from); change is { } found; change = Table(year).ChangeAfter(found))
            {
                if (IsOpenAt(found) != isOpen)
                {
                    return new OpenState(isOpen, new DateTimeOffset(found, TimeSpan.Zero));
                }
            }

            from = new DateTime(year + 1, 1, 1).Ticks;
            if (IsOpenAt(from) != isOpen)
            {
                return new OpenState(isOpen, new DateTimeOffset(from, TimeSpan.Zero));
            }
        }

        return new OpenState(isOpen, null);
    }

    /// <summary>The parts of the local dates from <paramref name="from"/> to <paramref name="to"/>, in order and without gaps; equal neighbours are one.</summary>
    internal List<ClockSegment> Parts(DateTimeOffset from, DateTimeOffset to)
    {
        var found = new List<(long From, long To, DayPart Part)>();
        for (var year = YearOf(from); year <= YearOf(to); year++)
        {
            var zone = new ZoneYear(Zone, year);
            var end = LocalDate(to).AddDays(1);
            for (var date = LocalDate(from).AddDays(-1); date <= end; date = date.AddDays(1))
            {
                var midnight = date.ToDateTime(TimeOnly.MinValue).Ticks;
                foreach (var part in _pattern.Of(date))
                {
                    zone.Map(
                        midnight + (part.From * TimeSpan.TicksPerMinute),
                        midnight + (part.To * TimeSpan.TicksPerMinute),
                        (begin, stop) => found.Add((begin, stop, part)));
                }
            }
        }

        var segments = new SegmentList();
        foreach (var (begin, stop, part) in found.OrderBy(f => f.From))
        {
            var (cutFrom, cutTo) = (Math.Max(begin, from.UtcTicks), Math.Min(stop, to.UtcTicks));
            if (cutFrom < cutTo)
            {
                segments.Add(new ClockSegment(new DateTimeOffset(cutFrom, TimeSpan.Zero), new DateTimeOffset(cutTo, TimeSpan.Zero), part.Kind, part.Names));
            }
        }

        return segments.All;
    }

    private bool IsOpenAt(long ticks) => Table(new DateTime(ticks).Year).IsOpen(ticks);

    private DateOnly LocalDate(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    private YearTable Table(DateTimeOffset at) => Table(YearOf(at));

    private YearTable Table(int year) => _years.GetOrAdd(year, static (y, calendar) => new YearTable(calendar._pattern, calendar.Zone, y), this);

    private static int YearOf(DateTimeOffset at)
        => at.UtcDateTime.Year is >= FirstYear and <= LastYear and var year ? year : throw new Refusal("clocks.instant_too_far", RefusalKind.Invalid);
}
