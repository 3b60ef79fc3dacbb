namespace Santral.Identity.Domain;

/// <summary>
/// Counts wrong sign-ins for one typed name, whether there is such a person or not: both get the same answers.
/// Five in fifteen minutes lock the name; each lock in a row is twice as long as the one before.
/// </summary>
public sealed class SignInGuard : Aggregate
{
    public const int Allowed = 5;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLock = TimeSpan.FromHours(24);

    private SignInGuard()
    {
    }

    /// <summary>A hash of the typed name: people type their password into the wrong field.</summary>
    public string NameHash { get; private set; } = "";

    public int Wrong { get; private set; }

    public DateTimeOffset WindowBeganAt { get; private set; }

    public int Locks { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public static SignInGuard For(string nameHash, DateTimeOffset now) => new() { NameHash = nameHash, WindowBeganAt = now, LastAt = now };

    public bool IsLocked(DateTimeOffset now) => LockedUntil is { } until && now < until;

    /// <summary>True when this one locked the name.</summary>
    public bool CountWrong(DateTimeOffset now)
    {
        LastAt = now;
        if (now - WindowBeganAt >= Window)
        {
            WindowBeganAt = now;
            Wrong = 0;
        }

        Wrong++;
        if (Wrong < Allowed)
        {
            return false;
        }

        LockedUntil = now + LockFor(Locks);
        Locks++;
        Wrong = 0;
        WindowBeganAt = now;
        return true;
    }

    /// <summary>Forgotten after a right sign-in, or when nothing has happened for a day after the last lock.</summary>
    public bool MayBeForgotten(DateTimeOffset now) => !IsLocked(now) && now - LastAt >= LongestLock;

    private static TimeSpan LockFor(int earlier)
    {
        var length = FirstLock * Math.Pow(2, Math.Min(earlier, 20));
        return length < LongestLock ? length : LongestLock;
    }
}
