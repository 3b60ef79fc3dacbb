using System.ComponentModel.DataAnnotations;
using Santral.Clocks.Domain;

namespace Santral.Clocks.Features;

/// <summary>One block of a weekday.</summary>
/// <param name="Opens">Minutes after midnight.</param>
/// <param name="Closes">Minutes after the same midnight; beyond 1440 it goes on into the next date.</param>
public sealed record WeekBlockBody(
    [property: EnumDataType(typeof(DayOfWeek))] DayOfWeek Day, [property: Range(0, 1439)] int Opens, [property: Range(1, 2880)] int Closes);

public sealed record BlockBody([property: Range(0, 1439)] int Opens, [property: Range(1, 2880)] int Closes);

/// <summary>A date that is not as its weekday.</summary>
/// <param name="Blocks">Empty: closed all day.</param>
public sealed record SpecialDayBody(
    DateOnly Date,
    bool IsYearly,
    SpecialDayKind Kind,
    [property: Required] Names Names,
    [property: Required, MaxLength(CalendarPlan.MostBlocksADay)] IReadOnlyList<BlockBody> Blocks);

/// <summary>A calendar as an operator types it.</summary>
public sealed record CalendarBody(
    [property: Required] Names Names,
    [property: Required, StringLength(60)] string TimeZone,
    [property: Required, MaxLength(60)] IReadOnlyList<WeekBlockBody> Week,
    [property: Required, MaxLength(Calendar.MostDays)] IReadOnlyList<SpecialDayBody> Days)
{
    internal CalendarPlan ToPlan() => new(
        Names,
        TimeZone,
        [.. Week.Select(b => new WeekBlock(b.Day, b.Opens, b.Closes))],
        [.. Days.Select(d => new SpecialDay(d.Date, d.IsYearly, d.Kind, d.Names, [.. d.Blocks.Select(b => new Block(b.Opens, b.Closes))]))]);

    internal static CalendarBody Of(CalendarPlan plan) => new(
        plan.Names,
        plan.TimeZone,
        [.. plan.Week.Select(b => new WeekBlockBody(b.Day, b.Opens, b.Closes))],
        [.. plan.Days.Select(Of)]);

    internal static SpecialDayBody Of(SpecialDay day)
        => new(day.Date, day.IsYearly, day.Kind, day.Names, [.. day.Blocks.Select(b => new BlockBody(b.Opens, b.Closes))]);
}

/// <summary>A calendar as stored.</summary>
/// <param name="Units">Codes of the business units that work by it.</param>
/// <param name="Teams">Teams that work by it instead of their unit's.</param>
public sealed record CalendarCard(CalendarId Id, CalendarBody Calendar, IReadOnlyList<string> Units, IReadOnlyList<TeamId> Teams, int Version)
{
    internal static CalendarCard Of(Calendar calendar) => new(
        calendar.Id,
        CalendarBody.Of(calendar.Plan()),
        [.. calendar.Uses.Select(u => u.Unit).OfType<string>().Order(StringComparer.Ordinal)],
        [.. calendar.Uses.Select(u => u.TeamId).OfType<TeamId>()],
        calendar.Version);
}
