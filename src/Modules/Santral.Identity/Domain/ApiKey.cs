namespace Santral.Identity.Domain;

/// <summary>A key by which a program acts for a person, with no more rights than that person has at that moment.</summary>
public sealed class ApiKey : Aggregate, IAudited
{
    private ApiKey()
    {
    }

    public ApiKeyId Id { get; private set; }

    public UserId UserId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The readable beginning, so that a person can tell keys apart.</summary>
    public string Prefix { get; private set; } = "";

    [Unaudited]
    public string Hash { get; private set; } = "";

    public CodeSet Scopes { get; private set; } = CodeSet.None;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Written past the change tracker: use is no change of the key.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public Guid AuditId => Id.Value;

    public static ApiKey Make(ApiKeyId id, UserId user, string name, string key, CodeSet scopes, DateTimeOffset now) => new()
    {
        Id = id,
        UserId = user,
        Name = Texts.ReadOrRefuse(name, 80, "identity.name_needed"),
        Prefix = key[..Secrets.ApiKeyPrefixLength],
        Hash = Secrets.Hash(key),
        Scopes = scopes.Count > 0 ? scopes : throw new Refusal("identity.scope_needed", RefusalKind.Invalid),
        CreatedAt = now,
    };

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
