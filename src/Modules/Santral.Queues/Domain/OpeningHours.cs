using System.Globalization;

namespace Santral.Queues.Domain;

/// <summary>One stretch of a weekday in minutes after local midnight; 0 to 1440 is the whole day.</summary>
public sealed record OpeningTime(DayOfWeek Day, int Opens, int Closes)
{
    public const int WholeDay = 24 * 60;
}

/// <summary>Opening hours in a time zone: what the clock on the team's wall says decides, through summer time too.</summary>
public sealed record OpeningHours(string TimeZone, IReadOnlyList<OpeningTime> Times)
{
    public static IReadOnlyList<OpeningTime> Always { get; } =
        [.. Enum.GetValues<DayOfWeek>().Select(day => new OpeningTime(day, 0, OpeningTime.WholeDay))];

    public bool IsOpen(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
        var minute = (local.Hour * 60) + local.Minute;
        return Times.Any(t => t.Day == local.DayOfWeek && minute >= t.Opens && minute < t.Closes);
    }

    /// <summary>The first instant after <paramref name="at"/> at which it is no longer open; null when it is closed then, or never closes.</summary>
    public DateTimeOffset? ClosesAfter(DateTimeOffset at)
    {
        if (!IsOpen(at))
        {
            return null;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var today = TimeZoneInfo.ConvertTime(at, zone).Date;
        for (var day = 0; day <= 8; day++)
        {
            foreach (var time in Times.Where(t => t.Day == today.AddDays(day).DayOfWeek).OrderBy(t => t.Closes))
            {
                var closes = LocalTime.At(zone, today.AddDays(day).AddMinutes(time.Closes));
                if (closes > at && !IsOpen(closes))
                {
                    return closes;
                }
            }
        }

        return null;
    }

    /// <summary>`Monday 09:00-18:00; Saturday 10:00-14:00`.</summary>
    public static string Write(IEnumerable<OpeningTime> times)
        => string.Join("; ", times.OrderBy(t => t.Day).ThenBy(t => t.Opens).Select(t => $"{t.Day} {Clock(t.Opens)}-{Clock(t.Closes)}"));

    public static IReadOnlyList<OpeningTime> Read(string text) =>
    [
        .. text.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(part =>
        {
            var words = part.Split(' ', '-');
            return new OpeningTime(Enum.Parse<DayOfWeek>(words[0]), Minutes(words[1]), Minutes(words[2]));
        }),
    ];

    private static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    private static int Minutes(string clock)
    {
        var parts = clock.Split(':');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture) * 60) + int.Parse(parts[1], CultureInfo.InvariantCulture);
    }
}
