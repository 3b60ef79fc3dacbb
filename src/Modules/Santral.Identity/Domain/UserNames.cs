using System.Text.RegularExpressions;

namespace Santral.Identity.Domain;

/// <summary>
/// Sign-in names: plain letters and digits, so that they can be typed on every keyboard and stand in a SIP address.
/// `ISIL`, `isil` and what a Turkish keyboard makes of it (`İSİL`, `ısıl`) are one name, in whatever culture the process runs (D8).
/// </summary>
internal static partial class UserNames
{
    public const int MaxLength = 60;

    public static string Fold(string typed)
        => typed.Trim().Replace('İ', 'i').Replace('ı', 'i').ToLowerInvariant();

    public static string ReadOrRefuse(string typed)
    {
        var name = Fold(typed);
        return Allowed().IsMatch(name) ? name : throw new Refusal("identity.user_name_invalid", RefusalKind.Invalid);
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._@-]{1,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();
}
