namespace Santral.Identity.Domain;

/// <summary>One sign-in that is still going on, on one device.</summary>
public readonly record struct SessionId(Guid Value) : IId<SessionId>
{
    public static SessionId From(Guid value) => new(value);

    public static SessionId Parse(string s, IFormatProvider? provider) => Id.Parse<SessionId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out SessionId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>A key by which a program acts for a person.</summary>
public readonly record struct ApiKeyId(Guid Value) : IId<ApiKeyId>
{
    public static ApiKeyId From(Guid value) => new(value);

    public static ApiKeyId Parse(string s, IFormatProvider? provider) => Id.Parse<ApiKeyId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ApiKeyId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>A role's key in the audit trail; programs name a role by its code.</summary>
public readonly record struct RoleId(Guid Value) : IId<RoleId>
{
    public static RoleId From(Guid value) => new(value);

    public static RoleId Parse(string s, IFormatProvider? provider) => Id.Parse<RoleId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out RoleId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>A business unit's key in the audit trail; programs name a unit by its code.</summary>
public readonly record struct UnitId(Guid Value) : IId<UnitId>
{
    public static UnitId From(Guid value) => new(value);

    public static UnitId Parse(string s, IFormatProvider? provider) => Id.Parse<UnitId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out UnitId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>The one organisation of an installation.</summary>
public readonly record struct OrganisationId(Guid Value) : IId<OrganisationId>
{
    public static OrganisationId From(Guid value) => new(value);

    public static OrganisationId Parse(string s, IFormatProvider? provider) => Id.Parse<OrganisationId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out OrganisationId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
