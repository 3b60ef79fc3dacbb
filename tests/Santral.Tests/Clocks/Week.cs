using System.Globalization;
using Santral.Clocks.Domain;
using Santral.Contracts.Clocks;

namespace Santral.Tests.Clocks;

/// <summary>Calendars the tests speak of, and instants as they are read on a wall.</summary>
internal static class Week
{
    public static readonly TimeZoneInfo Istanbul = TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul");
    public static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    public static readonly Names Name = new("Bayram", "Helgdag", "Holiday");

    /// <summary>Monday to Friday 09:00–12:30 and 13:30–18:00.</summary>
    public static IReadOnlyList<WeekBlock> Office { get; } = Days((540, 750), (810, 1080));

    public static IReadOnlyList<WeekBlock> Days(params (int Opens, int Closes)[] blocks)
        => [.. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }.SelectMany(d => blocks.Select(b => new WeekBlock(d, b.Opens, b.Closes)))];

    public static SpecialDay Closed(string date, bool yearly = false) => new(DateOnly.Parse(date, CultureInfo.InvariantCulture), yearly, SpecialDayKind.Holiday, Name, []);

    public static SpecialDay Half(string date, int opens, int closes) => Closed(date) with { Blocks = [new Block(opens, closes)] };

    public static SpecialDay Extra(string date, int opens, int closes) => Half(date, opens, closes) with { Kind = SpecialDayKind.Opening };

    /// <summary>What the wall shows in the zone; of an hour that is lived twice the first.</summary>
    public static DateTimeOffset At(this TimeZoneInfo zone, string wall)
    {
        var local = DateTime.Parse(wall, CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local)).ToUniversalTime();
    }

    public static DateTimeOffset? Due(this WorkCalendar calendar, string start, double hours, params Pause[] pauses)
    {
        var at = calendar.Zone.At(start);
        return new RunningClock(calendar, at, TimeSpan.FromHours(hours), pauses).AnswerAt(at).DueAt;
    }
}
