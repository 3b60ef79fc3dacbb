namespace Santral.Identity.Domain;

/// <summary>How a person likes the screen.</summary>
public enum Theme
{
    System,
    Light,
    Dark,
}

/// <summary>A person who signs in. A person is never deleted, only disabled: old records keep the name.</summary>
public sealed class User : Aggregate, IAudited
{
    private User()
    {
    }

    public UserId Id { get; private set; }

    /// <summary>Folded (<see cref="UserNames.Fold"/>), unique, for good: records and desk phones carry it.</summary>
    public string UserName { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    public string Language { get; private set; } = "";

    public Theme Theme { get; private set; }

    /// <summary>Where warnings reach him that may not wait until he signs in (P-19); null: in the app only.</summary>
    public string? Email { get; private set; }

    public bool IsActive { get; private set; }

    /// <summary>In the order given; the first one is the person's main role.</summary>
    public CodeSet Roles { get; private set; } = CodeSet.None;

    [Unaudited]
    public string PasswordHash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public Guid AuditId => Id.Value;

    public static User Add(UserId id, string userName, string displayName, string language, CodeSet roles, DateTimeOffset now)
    {
        var user = new User { Id = id, UserName = UserNames.ReadOrRefuse(userName), IsActive = true, CreatedAt = now };
        user.Describe(displayName, language);
        user.TakeRoles(roles);
        return user;
    }

    public void Describe(string displayName, string language)
    {
        DisplayName = Texts.ReadOrRefuse(displayName, 120, "identity.name_needed");
        Language = Languages.ReadOrRefuse(language);
    }

    public void ReachAt(string? email) => Email = EmailAddresses.ReadOrRefuse(email);

    public void Prefer(Theme theme) => Theme = theme;

    public void TakeRoles(CodeSet roles)
        => Roles = roles.Count > 0 ? roles : throw new Refusal("identity.role_needed", RefusalKind.Invalid);

    public void Disable() => IsActive = false;

    public void Enable() => IsActive = true;

    public void TakePassword(string hash) => PasswordHash = hash;
}
