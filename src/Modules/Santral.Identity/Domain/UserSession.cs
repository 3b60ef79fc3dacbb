namespace Santral.Identity.Domain;

/// <summary>A sign-in on one device. The browser holds a random token, the row its hash; revoking the row ends it.</summary>
public sealed class UserSession
{
    /// <summary>Longer than a shift, shorter than a night.</summary>
    public static readonly TimeSpan IdleFor = TimeSpan.FromHours(12);

    /// <summary>When the person asked to stay signed in on this device.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>However busy, one proves again who one is.</summary>
    private static readonly TimeSpan AtMost = TimeSpan.FromDays(90);

    private UserSession()
    {
    }

    public SessionId Id { get; private set; }

    public UserId UserId { get; private set; }

    public string TokenHash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public bool IsKept { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>What the browser calls itself.</summary>
    public string Device { get; private set; } = "";

    public string Address { get; private set; } = "";

    public static UserSession Begin(SessionId id, UserId user, string tokenHash, bool keep, string device, string address, DateTimeOffset now) => new()
    {
        Id = id,
        UserId = user,
        TokenHash = tokenHash,
        IsKept = keep,
        Device = device.Length > 200 ? device[..200] : device,
        Address = address,
        CreatedAt = now,
        LastSeenAt = now,
        ExpiresAt = now + (keep ? KeptFor : IdleFor),
    };

    public bool IsLive(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    /// <summary>Use moves the end, up to a bound.</summary>
    public void See(DateTimeOffset now)
    {
        LastSeenAt = now;
        var end = now + (IsKept ? KeptFor : IdleFor);
        var last = CreatedAt + AtMost;
        ExpiresAt = end < last ? end : last;
    }

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
