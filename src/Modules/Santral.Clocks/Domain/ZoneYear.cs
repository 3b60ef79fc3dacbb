namespace Santral.Clocks.Domain;

/// <summary>The offsets of a time zone in one year of UTC: stretches without a change, usually three.</summary>
internal sealed class ZoneYear
{
    private readonly List<(long From, long To, long Offset)> _stretches = [];

    public ZoneYear(TimeZoneInfo zone, int year)
    {
        From = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;
        To = new DateTime(year + 1, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;
        var begin = From;
        var offset = OffsetAt(zone, From);
        for (var day = From; day < To; day += TimeSpan.TicksPerDay)
        {
            var next = day + TimeSpan.TicksPerDay;
            // Two changes within a day (Morocco never had them closer than weeks) would be one.
            if (OffsetAt(zone, next) is var after && after != offset)
            {
                var change = ChangeBetween(zone, day, next, offset);
                _stretches.Add((begin, change, offset));
                (begin, offset) = (change, after);
            }
        }

        _stretches.Add((begin, To, offset));
    }

    public long From { get; }

    public long To { get; }

    /// <summary>Every instant of this year whose wall clock shows a time from <paramref name="localFrom"/> to <paramref name="localTo"/>: the hour that is lived twice counts twice, the one that is skipped not at all.</summary>
    public void Map(long localFrom, long localTo, Action<long, long> found)
    {
        foreach (var (from, to, offset) in _stretches)
        {
            var begin = Math.Max(from, localFrom - offset);
            var end = Math.Min(to, localTo - offset);
            if (begin < end)
            {
                found(begin, end);
            }
        }
    }

    private static long OffsetAt(TimeZoneInfo zone, long ticks) => zone.GetUtcOffset(new DateTime(ticks, DateTimeKind.Utc)).Ticks;

    private static long ChangeBetween(TimeZoneInfo zone, long before, long after, long offset)
    {
        while (after - before > TimeSpan.TicksPerSecond)
        {
            var middle = before + ((after - before) / 2 / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
            (before, after) = OffsetAt(zone, middle) == offset ? (middle, after) : (before, middle);
        }

        return after;
    }
}
