namespace Santral.Clocks.Domain;

/// <summary>The open stretches of one year of UTC with running sums, so that a question is two searches instead of a walk.</summary>
internal sealed class YearTable
{
    private readonly long[] _from;
    private readonly long[] _to;
    private readonly long[] _before;

    public YearTable(DayPattern pattern, TimeZoneInfo zone, int year)
    {
        var offsets = new ZoneYear(zone, year);
        var open = new List<(long From, long To)>(800);
        // A day on both sides: zones reach from UTC-12 to UTC+14.
        var last = new DateOnly(year, 12, 31).AddDays(1);
        for (var date = new DateOnly(year, 1, 1).AddDays(-1); date <= last; date = date.AddDays(1))
        {
            var midnight = date.ToDateTime(TimeOnly.MinValue).Ticks;
            foreach (var part in pattern.Of(date))
            {
                if (part.Counts)
                {
                    offsets.Map(midnight + (part.From * TimeSpan.TicksPerMinute), midnight + (part.To * TimeSpan.TicksPerMinute), (from, to) => open.Add((from, to)));
                }
            }
        }

        open.Sort();
        var joined = Join(open);
        _from = [.. joined.Select(o => o.From)];
        _to = [.. joined.Select(o => o.To)];
        _before = new long[_from.Length];
        for (var i = 0; i < _from.Length; i++)
        {
            _before[i] = Total;
            Total += _to[i] - _from[i];
        }
    }

    /// <summary>Open ticks of the whole year.</summary>
    public long Total { get; }

    /// <summary>Open ticks before an instant of this year.</summary>
    public long Before(long at)
    {
        var i = LastFrom(at);
        return i < 0 ? 0 : _before[i] + Math.Min(at, _to[i]) - _from[i];
    }

    /// <summary>The first instant at which <paramref name="amount"/> (above 0, at most <see cref="Total"/>) is used up.</summary>
    public long When(long amount)
    {
        var found = Array.BinarySearch(_before, amount);
        // Used up exactly at the end of a stretch, not at the beginning of the next.
        var i = (found >= 0 ? found : ~found) - 1;
        return _from[i] + (amount - _before[i]);
    }

    public bool IsOpen(long at) => LastFrom(at) is >= 0 and var i && at < _to[i];

    /// <summary>The next instant after <paramref name="at"/> at which it opens or closes in this year; null when there is none.</summary>
    public long? ChangeAfter(long at)
    {
        var i = LastFrom(at);
        return i >= 0 && at < _to[i] ? _to[i] : i + 1 < _from.Length ? _from[i + 1] : null;
    }

    private int LastFrom(long at)
    {
        var found = Array.BinarySearch(_from, at);
        return found >= 0 ? found : ~found - 1;
    }

    private static List<(long From, long To)> Join(List<(long From, long To)> sorted)
    {
        var joined = new List<(long From, long To)>(sorted.Count);
        foreach (var (from, to) in sorted)
        {
            if (joined.Count > 0 && joined[^1].To >= from)
            {
                joined[^1] = (joined[^1].From, Math.Max(joined[^1].To, to));
            }
            else
            {
                joined.Add((from, to));
            }
        }

        return joined;
    }
}
