namespace Santral.Identity.Domain;

/// <summary>Time zones by their IANA names, and the country whose phone numbers are written there.</summary>
internal static class TimeZones
{
    public static string ReadOrRefuse(string name)
        => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId && name.Length <= 60
            ? name
            : throw new Refusal("identity.time_zone_unknown", RefusalKind.Invalid, ("timeZone", name));

    /// <summary>How national numbers are read where nobody has said it: by the clock on the wall, then by the language.</summary>
    public static string RegionOf(string timeZone, string language) => timeZone switch
    {
        "Europe/Istanbul" or "Turkey" or "Asia/Istanbul" => "TR",
        "Europe/Stockholm" => "SE",
        "Europe/London" => "GB",
        "Europe/Berlin" => "DE",
        "America/New_York" or "America/Chicago" or "America/Denver" or "America/Los_Angeles" => "US",
        _ => language switch { "tr" => "TR", "sv" => "SE", _ => "GB" },
    };
}
