using System.Security.Cryptography;
using System.Text;

namespace Santral.Customers.Domain;

/// <summary>
/// Failures across calls for one customer number or one calling number (D2): after five within fifteen minutes it locks,
/// each time twice as long, to a day; a quiet day makes it forget. An attempt counts before the password is looked at and is given back when it was right:
/// a hundred calls at once get five guesses, not a hundred.
/// </summary>
public sealed class VerificationLock : Aggregate
{
    public const int Allowed = 5;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private VerificationLock()
    {
    }

    public VerificationLock(string key, DateTimeOffset now) => (Key, WindowStartedAt, LastAt) = (key, now, now);

    /// <summary>`customer:` and a digest of the number, or `caller:+90…`. What was keyed may be a password in the wrong place: it is not kept.</summary>
    public string Key { get; private set; } = "";

    public int Failures { get; private set; }

    public DateTimeOffset WindowStartedAt { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>How often it locked without a quiet day between.</summary>
    public int Locks { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public static string KeyOfCustomer(string number)
        => $"customer:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"santral.verification:{number}")))[..24]}";

    public static string KeyOfCaller(PhoneNumber number) => $"caller:{number.Value}";

    /// <summary>Counts an attempt as failed for now; false when it is locked and the attempt does not count at all.</summary>
    public bool TryCount(DateTimeOffset now)
    {
        if (LockedUntil > now)
        {
            return false;
        }

        if (now - (LockedUntil ?? LastAt) >= Longest)
        {
            Locks = 0;
        }

        if (LockedUntil is not null || now - WindowStartedAt >= Window)
        {
            Failures = 0;
            WindowStartedAt = now;
            LockedUntil = null;
        }

        LastAt = now;
        Failures++;
        if (Failures >= Allowed)
        {
            var length = Window * Math.Pow(2, Math.Min(Locks, 10));
            LockedUntil = now + (length < Longest ? length : Longest);
            Locks++;
        }

        return true;
    }

    /// <summary>The attempt was right: it was no failure.</summary>
    public void GiveBack()
    {
        if (Failures == Allowed && LockedUntil is not null)
        {
            LockedUntil = null;
            Locks--;
        }

        Failures = Math.Max(0, Failures - 1);
    }
}
