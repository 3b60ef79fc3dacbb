using System.Globalization;

namespace Santral.Ivr.Domain;

/// <summary>A date as it is said: `15 Kasım 2026`, `den femtonde november 2026`, `15th of November 2026`.</summary>
public static class SpokenDate
{
    // espeak-ng reads `15:e` letter by letter: Swedish ordinals are written out.
    private static readonly string[] SwedishDays =
    [
        "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde", "elfte", "tolfte", "trettonde",
        "fjortonde", "femtonde", "sextonde", "sjuttonde", "artonde", "nittonde", "tjugonde", "tjugoförsta", "tjugoandra", "tjugotredje",
        "tjugofjärde", "tjugofemte", "tjugosjätte", "tjugosjunde", "tjugoåttonde", "tjugonionde", "trettionde", "trettioförsta",
    ];

    public static string Of(DateOnly date, string language)
    {
        var month = MonthOf(date, language);
        return language switch
        {
            "tr" => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {month} {date.Year}"),
            "sv" => string.Create(CultureInfo.InvariantCulture, $"den {SwedishDays[date.Day - 1]} {month} {date.Year}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{date.Day}{EnglishOrdinal(date.Day)} of {month} {date.Year}"),
        };
    }

    private static string MonthOf(DateOnly date, string language) => CultureInfo.GetCultureInfo(language switch
    {
        "tr" => "tr-TR",
        "sv" => "sv-SE",
        _ => "en-GB",
    }).DateTimeFormat.GetMonthName(date.Month);

    private static string EnglishOrdinal(int day) => day switch
    {
        1 or 21 or 31 => "st",
        2 or 22 => "nd",
        3 or 23 => "rd",
        _ => "th",
    };
}
