namespace Santral.Contracts.Identity;

/// <summary>
/// A part of the organisation with its own vocabulary, numbers and language (D1): the internet provider, the appliance service,
/// the municipality. <see cref="Code"/> is stable and is what other modules store.
/// </summary>
/// <param name="Code">Stable: `internet`, `appliance`, `municipal`.</param>
/// <param name="RequestSeries">Prefix of its request numbers: `ÇB`, `DK`, `KF`.</param>
/// <param name="Language">`tr`, `sv`, `en`: the language its callers hear first.</param>
/// <param name="Region">`TR` or `SE`: how national phone numbers are read.</param>
/// <param name="TimeZone">IANA name: `Europe/Istanbul`.</param>
public sealed record BusinessUnit(string Code, Names Names, string RequestSeries, string Language, string Region, string TimeZone);

/// <summary>The organisation's units, from memory.</summary>
public interface IOrganisation
{
    /// <summary>False until the first-run guide or the demo has been done.</summary>
    bool IsSetUp { get; }

    /// <summary>True while the demo's data is loaded: demo phone, demo users on the sign-in page.</summary>
    bool IsDemo { get; }

    string Name { get; }

    IReadOnlyList<BusinessUnit> Units { get; }

    /// <summary>Null for an unknown code.</summary>
    BusinessUnit? Find(string code);
}

/// <summary>People as other modules show them.</summary>
public interface IKnowPeople
{
    /// <summary>Null when there is no such user.</summary>
    Person? Find(UserId id);

    /// <summary>By sign-in name; for seeds and desk phones.</summary>
    Person? FindByUserName(string userName);

    IReadOnlyList<Person> All { get; }
}

/// <param name="IsActive">A disabled person keeps his name on old records.</param>
public sealed record Person(UserId Id, string UserName, string DisplayName, string Language, bool IsActive, IReadOnlySet<string> Permissions)
{
    /// <summary>Codes of his roles; a role the organisation deleted is no longer here.</summary>
    public IReadOnlySet<string> Roles { get; init; } = new HashSet<string>();

    /// <summary>Where warnings reach him outside the app; null where none is known.</summary>
    public string? Email { get; init; }
}

/// <summary>The roles of the organisation, from memory.</summary>
public interface IKnowRoles
{
    IReadOnlyList<RoleSummary> All { get; }
}

/// <param name="Code">Stable: `supervisor`.</param>
public sealed record RoleSummary(string Code, Names Names);

/// <summary>Changes to who may sign in, told after the save: caches and live connections follow.</summary>
public interface IHearPeopleChange
{
    void PeopleChanged();
}
