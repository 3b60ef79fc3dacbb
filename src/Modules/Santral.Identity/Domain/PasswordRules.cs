namespace Santral.Identity.Domain;

/// <summary>
/// What a password must be: long rather than odd, and none of those that everybody tries first
/// (NIST SP 800-63B §3.1.1.2: no composition rules, but a list of refused ones).
/// </summary>
internal static class PasswordRules
{
    public const int MinLength = 10;

    /// <summary>A bound on the work one request can ask for.</summary>
    public const int MaxLength = 200;

    // The common ones of ten characters and more; shorter ones are refused by their length.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "1234567890", "12345678910", "123456789012", "0123456789", "0987654321", "9876543210", "1111111111", "0000000000",
        "1122334455", "1q2w3e4r5t", "1q2w3e4r5t6y", "1qaz2wsx3edc", "q1w2e3r4t5", "qwertyuiop", "qwerty1234", "qwerty12345",
        "qwerty123456", "asdfghjkl1", "asdfghjklş", "zxcvbnm123", "abcdefghij", "abc1234567", "abcd123456", "a123456789",
        "password12", "password123", "password1234", "password12345", "passw0rd123", "p@ssw0rd123", "p@ssword123", "mypassword",
        "iloveyou12", "iloveyou123", "letmein1234", "welcome123", "welcome1234", "administrator", "admin12345", "admin123456",
        "adminadmin", "rootroot12", "changeme123", "changeme1234", "football123", "superman123", "princess123", "sunshine123",
        "galatasaray", "galatasaray1905", "fenerbahce", "fenerbahçe", "fenerbahce1907", "besiktas1903", "beşiktaş1903", "trabzonspor",
        "istanbul34", "istanbul1453", "sifre12345", "şifre12345", "parola1234", "parola12345", "türkiye123", "turkiye123", "turkiye1923",
        "seviyorum1", "canimsin123", "lösenord12", "lösenord123", "losenord123", "sommar2024", "sommar2025", "sommar2026", "vinter2024",
        "vinter2025", "vinter2026", "stockholm1", "stockholm123", "hejhejhej1", "sverige123", "callcenter", "callcenter1", "santral123",
        "santral1234", "santralsantral",
    };

    public static void CheckOrRefuse(string password, string userName)
    {
        if (password.Length < MinLength)
        {
            throw new Refusal("identity.password_short", RefusalKind.Invalid, ("min", MinLength));
        }

        if (password.Length > MaxLength)
        {
            throw new Refusal("identity.password_long", RefusalKind.Invalid, ("max", MaxLength));
        }

        if (Common.Contains(password) || password.Distinct().Count() < 3 || UserNames.Fold(password) == userName)
        {
            throw new Refusal("identity.password_common", RefusalKind.Invalid);
        }
    }
}
