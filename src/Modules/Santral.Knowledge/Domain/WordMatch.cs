namespace Santral.Knowledge.Domain;

/// <summary>
/// How well a word of a text answers a word of a question, 0 to 1. Turkish and Swedish put their endings behind the word, so a shared beginning
/// is the same word (`ambalajlar`, `ambalaj`; `sophämtningen`, `sophämtning`); one wrong, missing, extra or swapped letter is forgiven.
/// </summary>
public static class WordMatch
{
    public static double Of(string asked, string word)
    {
        if (asked == word)
        {
            return 1;
        }

        var shared = Shared(asked, word);
        if (shared == asked.Length && asked.Length >= 2)
        {
            return 0.55 + (0.4 * asked.Length / word.Length);
        }

        if (shared == word.Length && (word.Length >= 4 ? asked.Length - shared <= 8 : word.Length == 3 && asked.Length - shared <= 3))
        {
            return 0.5 + (0.4 * word.Length / asked.Length);
        }

        // Both carry an ending: kitabı, kitaplar.
        var longest = Math.Max(asked.Length, word.Length);
        if (shared >= 4 && asked.Length - shared <= 3 && word.Length - shared <= 3 && shared * 3 >= longest * 2)
        {
            return 0.7 * shared / longest;
        }

        if (asked.Length >= 4 && IsOneOff(asked, word))
        {
            return 0.55;
        }

        return asked.Length >= 6 && word.Length > asked.Length && IsOneOff(asked, word[..asked.Length]) ? 0.42 : 0;
    }

    private static int Shared(string a, string b)
    {
        var i = 0;
        while (i < a.Length && i < b.Length && (a[i] == b[i] || ((i == a.Length - 1 || i == b.Length - 1) && IsSoftened(a[i], b[i]))))
        {
            i++;
        }

        return i;
    }

    // Turkish softens the last letter before an ending: ışık, ışığı; kitap, kitabı; kanat, kanadı.
    private static bool IsSoftened(char a, char b) => (a, b) is ('k', 'g') or ('g', 'k') or ('p', 'b') or ('b', 'p') or ('t', 'd') or ('d', 't');

    /// <summary>One letter changed, missing, extra, or two neighbours swapped.</summary>
    private static bool IsOneOff(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }

        var start = Shared(a, b);
        var restA = a.AsSpan(start);
        var restB = b.AsSpan(start);
        if (restA.Length == 0 || restB.Length == 0)
        {
            return true;
        }

        if (a.Length != b.Length)
        {
            return a.Length > b.Length ? restA[1..].SequenceEqual(restB) : restB[1..].SequenceEqual(restA);
        }

        return restA[1..].SequenceEqual(restB[1..])
            || (restA.Length >= 2 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]));
    }
}
