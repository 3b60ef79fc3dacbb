using Santral.Clocks.Domain;
using Santral.Contracts.Clocks;

namespace Santral.Tests.Clocks;

/// <summary>
/// The slow truth: walks minute by minute and asks of each what the wall clock shows. Shares no line with the product's arithmetic.
/// </summary>
internal sealed class MinuteByMinute(TimeZoneInfo zone, IReadOnlyList<WeekBlock> week, IReadOnlyList<SpecialDay> days)
{
    private readonly Dictionary<DateOnly, bool[]> _dates = [];
    private long _quarter = long.MinValue;
    private long _offset;
    private int _date = -1;
    private bool[] _minutes = [];

    /// <summary>Due and warning instants and what is used at <paramref name="now"/>; null when not reached within <paramref name="most"/> minutes or because of an open pause.</summary>
    public (DateTimeOffset? Due, DateTimeOffset? Warn, int Used) Run(DateTimeOffset start, int target, IReadOnlyList<Pause> pauses, DateTimeOffset now, int most)
    {
        long? due = null;
        long? warn = null;
        var (counted, used) = (0, 0);
        var (at, end) = (start.UtcTicks, now.UtcTicks);
        (long From, long Until)[] stands = [.. pauses.Select(p => (p.From.UtcTicks, p.Until?.UtcTicks ?? long.MaxValue))];
        for (var i = 0; i < most && (due is null || at < end); i++, at += TimeSpan.TicksPerMinute)
        {
            if (Stands(stands, at) || !Counts(at))
            {
                continue;
            }

            counted++;
            used += at < end ? 1 : 0;
            warn ??= counted * 5 == target * 4 ? at + TimeSpan.TicksPerMinute : null;
            due ??= counted == target ? at + TimeSpan.TicksPerMinute : null;
        }

        return (Instant(due), Instant(warn), used);
    }

    public bool Counts(DateTimeOffset at) => Counts(at.UtcTicks);

    private static DateTimeOffset? Instant(long? ticks) => ticks is { } known ? new DateTimeOffset(known, TimeSpan.Zero) : null;

    private static bool Stands((long From, long Until)[] stands, long at)
    {
        foreach (var (from, until) in stands)
        {
            if (from <= at && at < until)
            {
                return true;
            }
        }

        return false;
    }

    private bool Counts(long at)
    {
        // Zones change their offset at whole quarters of an hour.
        var quarter = at / TimeSpan.TicksPerMinute / 15;
        if (quarter != _quarter)
        {
            (_quarter, _offset) = (quarter, zone.GetUtcOffset(new DateTime(at, DateTimeKind.Utc)).Ticks);
        }

        var wall = at + _offset;
        var date = (int)(wall / TimeSpan.TicksPerDay);
        if (date != _date)
        {
            (_date, _minutes) = (date, MinutesOf(DateOnly.FromDayNumber(date)));
        }

        return _minutes[wall / TimeSpan.TicksPerMinute % 1440];
    }

    private bool[] MinutesOf(DateOnly date)
    {
        if (!_dates.TryGetValue(date, out var minutes))
        {
            _dates[date] = minutes = Open(date);
        }

        return minutes;
    }

    private bool[] Open(DateOnly date)
    {
        var own = Own(date);
        var night = Special(date) is null ? Own(date.AddDays(-1)) : [];
        var open = new bool[1440];
        for (var minute = 0; minute < open.Length; minute++)
        {
            open[minute] = own.Exists(b => b.Opens <= minute && minute < b.Closes) || night.Exists(b => minute + 1440 < b.Closes);
        }

        return open;
    }

    private List<Block> Own(DateOnly date)
    {
        var weekday = week.Where(b => b.Day == date.DayOfWeek).Select(b => b.Block).ToList();
        return Special(date) switch
        {
            null => weekday,
            { Kind: SpecialDayKind.Holiday } when weekday.Count == 0 => [],
            var special => [.. special.Blocks],
        };
    }

    private SpecialDay? Special(DateOnly date)
        => days.FirstOrDefault(d => !d.IsYearly && d.Date == date)
            ?? days.FirstOrDefault(d => d.IsYearly && d.Date.Month == date.Month && d.Date.Day == date.Day);
}
