using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Queues.Features;

/// <summary>What a report covers. Days are days on the wall of each team.</summary>
public sealed record ReportPeriod
{
    public const int MostDays = 92;
    public const int MostDaysByHour = 31;

    /// <summary>First day, `2026-11-01`.</summary>
    [FromQuery, Required, StringLength(10)] public string? From { get; init; }

    /// <summary>Last day, included.</summary>
    [FromQuery, Required, StringLength(10)] public string? Until { get; init; }

    [FromQuery] public TeamId? Team { get; init; }

    [FromQuery, StringLength(60)] public string? Unit { get; init; }

    /// <summary>One of a few words, in the writing of the API; refused where it is none of them.</summary>
    internal static TEnum Choice<TEnum>(string? text, TEnum standard)
        where TEnum : struct, Enum
        => text is null ? standard : Enum.TryParse<TEnum>(text, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : throw new Refusal("request.invalid", RefusalKind.Invalid);

    /// <summary>A calendar day as it is asked for; null for anything else.</summary>
    internal static DateOnly? Day(string? text)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Refused where it is turned round or too long.</summary>
    internal ReportDays Days(bool byHour)
    {
        var most = byHour ? MostDaysByHour : MostDays;
        return Day(From) is { } first && Day(Until) is { } last && last.DayNumber - first.DayNumber + 1 is var days && days >= 1 && days <= most
            ? new ReportDays(first, last)
            : throw new Refusal("queues.period_wrong", RefusalKind.Invalid, ("days", most));
    }
}

/// <summary>First and last day of a report.</summary>
internal sealed record ReportDays(DateOnly First, DateOnly Last)
{
    public DateTimeOffset Begins(TimeZoneInfo zone) => LocalTime.At(zone, First.ToDateTime(TimeOnly.MinValue));

    public DateTimeOffset Ends(TimeZoneInfo zone) => LocalTime.At(zone, Last.AddDays(1).ToDateTime(TimeOnly.MinValue));

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{First:yyyyMMdd}-{Last:yyyyMMdd}");
}

/// <summary>How a report is divided.</summary>
public enum ReportBy
{
    Team,
    Day,
    Hour,
}
