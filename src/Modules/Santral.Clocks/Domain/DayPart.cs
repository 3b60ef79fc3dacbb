namespace Santral.Clocks.Domain;

/// <summary>A part of one local date: counts, or why not. The parts of a date cover it from 0 to 1440.</summary>
internal readonly record struct DayPart(int From, int To, ClockSegmentKind Kind, Names? Names)
{
    public bool Counts => Kind == ClockSegmentKind.Counts;
}

/// <summary>What every local date of a calendar looks like. A special date has only its own hours; other dates have their weekday's and what is left of the night before.</summary>
internal sealed class DayPattern
{
    private readonly IReadOnlyList<Block>[] _week;
    private readonly Dictionary<DateOnly, SpecialDay> _dated;
    private readonly Dictionary<(int Month, int Day), SpecialDay> _yearly;

    public DayPattern(IEnumerable<WeekBlock> week, IEnumerable<SpecialDay> days)
    {
        var blocks = week.ToLookup(b => b.Day, b => b.Block);
        _week = [.. Enumerable.Range(0, 7).Select(d => (IReadOnlyList<Block>)[.. blocks[(DayOfWeek)d].OrderBy(b => b.Opens)])];
        var all = days.ToList();
        _dated = all.Where(d => !d.IsYearly).ToDictionary(d => d.Date);
        _yearly = all.Where(d => d.IsYearly).ToDictionary(d => (d.Date.Month, d.Date.Day));
    }

    public SpecialDay? Special(DateOnly date)
        => _dated.TryGetValue(date, out var dated) ? dated : _yearly.GetValueOrDefault((date.Month, date.Day));

    public List<DayPart> Of(DateOnly date)
    {
        var special = Special(date);
        var own = OwnOf(date, special);
        var parts = new List<DayPart>();
        var end = 0;
        if (special is null && OverNight(date) is > 0 and var night)
        {
            parts.Add(new DayPart(0, night, ClockSegmentKind.Counts, null));
            end = night;
        }

        for (var i = 0; i < own.Count; i++)
        {
            var opens = Math.Max(own[i].Opens, end);
            var closes = Math.Min(own[i].Closes, Block.Day);
            if (closes <= opens)
            {
                continue;
            }

            if (opens > end)
            {
                parts.Add(i > 0 ? new DayPart(end, opens, ClockSegmentKind.Break, null) : Gap(date, special, end, opens));
            }

            parts.Add(new DayPart(opens, closes, ClockSegmentKind.Counts, null));
            end = closes;
        }

        if (end < Block.Day)
        {
            parts.Add(Gap(date, special, end, Block.Day));
        }

        return parts;
    }

    /// <summary>Half a holiday on a day that is closed anyway opens nothing: 28 October may be a Sunday.</summary>
    private IReadOnlyList<Block> OwnOf(DateOnly date, SpecialDay? special)
        => special is null || (special.Kind == SpecialDayKind.Holiday && Week(date).Count == 0) ? Week(date) : special.Blocks;

    private IReadOnlyList<Block> Week(DateOnly date) => _week[(int)date.DayOfWeek];

    /// <summary>Until when the night shift of the day before goes on.</summary>
    private int OverNight(DateOnly date)
    {
        var before = date.AddDays(-1);
        var blocks = OwnOf(before, Special(before));
        return blocks.Count == 0 ? 0 : blocks.Max(b => b.Closes) - Block.Day;
    }

    /// <summary>A holiday is the reason only where its weekday would have been open.</summary>
    private DayPart Gap(DateOnly date, SpecialDay? special, int from, int to)
        => special is { Kind: SpecialDayKind.Holiday } && Week(date).Any(b => b.Opens < to && b.Closes > from)
            ? new DayPart(from, to, ClockSegmentKind.Holiday, special.Names)
            : new DayPart(from, to, ClockSegmentKind.Closed, null);
}
