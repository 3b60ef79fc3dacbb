namespace Santral.Queues.Domain;

/// <summary>Midnights and hours as a wall clock shows them, through summer time too.</summary>
public static class LocalTime
{
    /// <summary>The last midnight at or before an instant.</summary>
    public static DateTimeOffset DayBegan(TimeZoneInfo zone, DateTimeOffset at) => At(zone, TimeZoneInfo.ConvertTime(at, zone).Date);

    /// <summary>A local time as an instant; one that the clock jumps over is the first one after it.</summary>
    public static DateTimeOffset At(TimeZoneInfo zone, DateTime local)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
