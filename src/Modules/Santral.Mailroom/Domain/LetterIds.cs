using System.Security.Cryptography;
using System.Text;

namespace Santral.Mailroom.Domain;

/// <summary>Message-IDs as keys, and the ids an answer names (RFC 5322 §3.6.4).</summary>
public static class LetterIds
{
    /// <summary>The longest line of a mail (RFC 5322 §2.1.1); nobody repeats a longer id.</summary>
    public const int Longest = 900;

    private const int MostReferences = 40;

    /// <summary>The id itself where it is short, a digest where it is not: both are found by the same question.</summary>
    public static string Key(string id)
    {
        var plain = Plain(id);
        return plain.Length <= ReceivedLetter.LongestId ? plain : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)));
    }

    /// <summary>Without brackets, gaps and control signs, which programs add and lose.</summary>
    public static string Plain(string id) => string.Concat(id.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('<' or '>')));

    /// <summary>What the letter answers, the surest first: In-Reply-To, then the references from the last to the first.</summary>
    public static IReadOnlyList<string> Clues(LetterHead head)
        => [.. head.References.Reverse().Prepend(head.InReplyTo ?? "").Select(Plain).Where(id => id.Length > 0).Distinct().Take(MostReferences)];

    /// <summary>Of a long chain the first and the last twenty.</summary>
    public static IReadOnlyList<string> Bounded(IReadOnlyList<string> references)
        => references.Count <= MostReferences ? references : [.. references.Take(MostReferences / 2), .. references.TakeLast(MostReferences / 2)];
}
