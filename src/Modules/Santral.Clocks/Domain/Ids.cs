namespace Santral.Clocks.Domain;

/// <summary>One calendar of working hours.</summary>
public readonly record struct CalendarId(Guid Value) : IId<CalendarId>
{
    public static CalendarId From(Guid value) => new(value);

    public static CalendarId Parse(string s, IFormatProvider? provider) => Id.Parse<CalendarId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out CalendarId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>One target: how soon something is promised for what it fits.</summary>
public readonly record struct TargetId(Guid Value) : IId<TargetId>
{
    public static TargetId From(Guid value) => new(value);

    public static TargetId Parse(string s, IFormatProvider? provider) => Id.Parse<TargetId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out TargetId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
