using System.Text.RegularExpressions;

namespace Santral.Mailroom.Domain;

/// <summary>Subjects: what programs put before them in three languages and others, and the token an answer is known by.</summary>
public static partial class Subjects
{
    /// <summary>Without `Re:`, `Ynt:`, `SV:`, `Fwd:` and the like, however often, and without our token.</summary>
    public static string Plain(string subject)
    {
        var rest = Token().Replace(subject, " ").Trim();
        for (var step = 0; step < 20; step++)
        {
            var next = Prefix().Replace(rest, "", 1).TrimStart();
            if (next == rest)
            {
                break;
            }

            rest = next;
        }

        return Gaps().Replace(rest, " ").Trim();
    }

    /// <summary>The subject of an answer: one `Re:`, and the token of its request.</summary>
    public static string Answering(string subject, string number, string token)
    {
        var plain = Plain(subject);
        return plain.Length == 0 ? $"Re: [#{number}-{token}]" : $"Re: {plain} [#{number}-{token}]";
    }

    /// <summary>The subject of a letter nobody asked for, with the token of its request.</summary>
    public static string Opening(string subject, string number, string token) => $"{Plain(subject)} [#{number}-{token}]".TrimStart();

    /// <summary>The subject of a letter that is passed on. It has no token: who gets it joins by answering it, and not by its subject.</summary>
    public static string Forwarding(string subject) => $"Fwd: {Plain(subject)}".TrimEnd();

    /// <summary>The tokens in a subject, first ones first.</summary>
    public static IEnumerable<string> TokensIn(string subject) => Token().Matches(subject).Take(3).Select(m => m.Groups["token"].Value.ToLowerInvariant());

    [GeneratedRegex(@"\[#[^\]\s]{1,40}-(?<token>[a-z2-7]{10})\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    // English, Turkish, Swedish, German, French, Spanish, Italian, Danish and Norwegian, Finnish, Polish, Dutch; also counted: Re[2]:
    [GeneratedRegex(@"^\s*(re|ynt|yan|sv|aw|antw|rép|rep|rif|r|vs|odp|fw|fwd|[iıİ]lt|vb|wg|tr|rv|doorst|pd)\s*(\[\d{1,3}\]|\(\d{1,3}\))?\s*[:：]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gaps();
}
