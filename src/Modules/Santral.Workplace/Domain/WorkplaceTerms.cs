namespace Santral.Workplace.Domain;

/// <summary>One notice of one person.</summary>
public readonly record struct NoticeId(Guid Value) : IId<NoticeId>
{
    public static NoticeId From(Guid value) => new(value);

    public static NoticeId Parse(string s, IFormatProvider? provider) => Id.Parse<NoticeId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out NoticeId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>A warning or message written to many at once.</summary>
public readonly record struct AnnouncementId(Guid Value) : IId<AnnouncementId>
{
    public static AnnouncementId From(Guid value) => new(value);

    public static AnnouncementId Parse(string s, IFormatProvider? provider) => Id.Parse<AnnouncementId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out AnnouncementId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>A person's notices are not as they were; told to his own screens after the save.</summary>
[Fact("workplace.notices_changed", 1)]
public sealed record NoticesChanged(UserId UserId) : IFact;
