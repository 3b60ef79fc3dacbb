using System.Globalization;
using Santral.Clocks.Domain;
using Santral.Contracts.Clocks;

namespace Santral.Tests.Clocks;

/// <summary>Calendars and clocks by chance: nights, breaks, holidays, both changes of summer time, pauses that touch and overlap.</summary>
internal sealed class RandomCase(int seed)
{
    /// <summary>Half an hour's summer time on Lord Howe, quarters in Kathmandu, changes at midnight in Beirut, a date skipped in no year from 2024 on.</summary>
    private static readonly TimeZoneInfo[] Zones =
    [
        .. new[]
        {
            "Europe/Stockholm", "Europe/Istanbul", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Asia/Beirut", "America/Santiago", "UTC",
            "Pacific/Kiritimati", "Africa/Casablanca",
        }.Select(TimeZoneInfo.FindSystemTimeZoneById),
    ];

    private static readonly Names Free = new("Tatil", "Helgdag", "Holiday");

    private readonly Random _chance = new(seed);

    public int Seed => seed;

    public (TimeZoneInfo Zone, IReadOnlyList<WeekBlock> Week, IReadOnlyList<SpecialDay> Days) Calendar()
    {
        var week = new List<WeekBlock>();
        foreach (var day in Enum.GetValues<DayOfWeek>().Where(_ => _chance.Next(5) > 0))
        {
            week.AddRange(Blocks().Select(b => new WeekBlock(day, b.Opens, b.Closes)));
        }

        if (week.Count == 0)
        {
            week.Add(new WeekBlock(DayOfWeek.Wednesday, 540, 1020));
        }

        var days = Enumerable.Range(0, _chance.Next(40))
            .Select(_ => new SpecialDay(
                new DateOnly(2024, 1, 1).AddDays(_chance.Next(5 * 365)),
                _chance.Next(3) == 0,
                _chance.Next(3) == 0 ? SpecialDayKind.Opening : SpecialDayKind.Holiday,
                Free,
                _chance.Next(2) == 0 ? [] : Blocks()))
            .DistinctBy(d => d.Key)
            .ToList();
        return (Zones[_chance.Next(Zones.Length)], week, days);
    }

    public (DateTimeOffset Start, int Target, IReadOnlyList<Pause> Pauses, DateTimeOffset Now) Clock()
    {
        var start = Near(_chance.Next(3) == 0 ? Change() : new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(_chance.Next(4 * 525_600)), 3000);
        var target = 5 * (int)Math.Pow(2, _chance.NextDouble() * 7);
        if (_chance.Next(20) == 0)
        {
            target = 5 * _chance.Next(1, 800);
        }

        var pauses = new List<Pause>();
        for (var i = _chance.Next(5); i > 0; i--)
        {
            var from = Near(start, 3000);
            pauses.Add(new Pause(from, from.AddMinutes(_chance.Next(-5, 2000)), (PauseReason)_chance.Next(2)));
        }

        if (pauses.Count > 0 && _chance.Next(4) == 0)
        {
            pauses[^1] = pauses[^1] with { Until = null };
        }

        return (start, target, pauses, start.AddMinutes(_chance.Next(-10, 4000)));
    }

    private DateTimeOffset Near(DateTimeOffset at, int minutes) => at.AddMinutes(_chance.Next(minutes) - (minutes / 3));

    private DateTimeOffset Change()
    {
        string[] changes = ["2026-03-29T01:00Z", "2026-10-25T01:00Z", "2025-03-09T07:00Z", "2025-11-02T06:00Z", "2026-04-04T15:00Z", "2026-10-03T15:30Z", "2027-01-01T00:00Z"];
        return DateTimeOffset.Parse(changes[_chance.Next(changes.Length)], CultureInfo.InvariantCulture);
    }

    private List<Block> Blocks()
    {
        if (_chance.Next(8) == 0)
        {
            return [new Block(0, 1440)];
        }

        var blocks = new List<Block>();
        var at = _chance.Next(700);
        for (var i = _chance.Next(1, 4); i > 0 && at < 1439; i--)
        {
            var closes = at + 1 + _chance.Next(600);
            blocks.Add(new Block(at, Math.Min(closes, i == 1 ? 2000 : 1440)));
            at = closes + _chance.Next(200);
        }

        return blocks;
    }
}
