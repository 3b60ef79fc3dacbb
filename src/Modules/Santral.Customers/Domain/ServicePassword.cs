using System.Globalization;
using System.Security.Cryptography;

namespace Santral.Customers.Domain;

/// <summary>
/// The digits a corporate caller keys (I-16), kept as PBKDF2. Few digits can be guessed from any hash by who steals the table;
/// online the lock (<see cref="VerificationLock"/>) is what protects them.
/// </summary>
public static class ServicePassword
{
    public const int MinDigits = 4;
    public const int MaxDigits = 10;

    // OWASP Password Storage Cheat Sheet: PBKDF2-HMAC-SHA512 with 210 000 rounds.
    private const int Rounds = 210_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Compared with when there is no such customer, so that the answer takes as long (I-17).</summary>
    public static string OfNobody { get; } = Write(new byte[SaltBytes], new byte[HashBytes]);

    public static string Hash(string password)
    {
        if (password.Length is < MinDigits or > MaxDigits || !password.All(char.IsAsciiDigit))
        {
            throw new Refusal("customers.service_password_digits", RefusalKind.Invalid, ("min", MinDigits), ("max", MaxDigits));
        }

        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return Write(salt, Derive(password, salt, Rounds));
    }

    public static bool Matches(string keyed, string stored)
    {
        var parts = stored.Split('$');
        var rounds = int.Parse(parts[1], CultureInfo.InvariantCulture);
        var expected = Convert.FromBase64String(parts[3]);
        return CryptographicOperations.FixedTimeEquals(Derive(keyed, Convert.FromBase64String(parts[2]), rounds), expected);
    }

    private static byte[] Derive(string password, byte[] salt, int rounds)
        => Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA512, HashBytes);

    private static string Write(byte[] salt, byte[] hash)
        => string.Create(CultureInfo.InvariantCulture, $"pbkdf2-sha512${Rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");
}
