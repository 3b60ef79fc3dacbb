namespace Santral.Clocks.Domain;

/// <summary>Why a date is not as its weekday.</summary>
public enum SpecialDayKind
{
    /// <summary>Closed, or open only for its own blocks: a public holiday, an eve.</summary>
    Holiday,

    /// <summary>Open although its weekday is not, or at other hours: a Saturday of stocktaking.</summary>
    Opening,
}

/// <summary>A date with hours of its own, also for what goes on from the day before. With several on a date the dated one wins over the yearly.</summary>
/// <param name="IsYearly">The same day of every year; 29 February only in leap years.</param>
/// <param name="Blocks">Empty: closed all day.</param>
public sealed record SpecialDay(DateOnly Date, bool IsYearly, SpecialDayKind Kind, Names Names, IReadOnlyList<Block> Blocks)
{
    /// <summary>Two days with the same key are one day said twice.</summary>
    public string Key => IsYearly ? $"*-{Date.Month:00}-{Date.Day:00}" : $"{Date.Year:0000}-{Date.Month:00}-{Date.Day:00}";
}
