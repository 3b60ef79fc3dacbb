namespace Santral.Search.Domain;

/// <summary>Words one slip away: a letter left out, doubled, changed, or two exchanged. Found by what remains when a letter is taken out of both.</summary>
public static class Typo
{
    private const int Shortest = 4;
    private const int Longest = 20;

    /// <summary>Whether slips are looked for in it: short words and numbers have too many neighbours.</summary>
    public static bool IsCorrectable(string word) => word.Length is >= Shortest and <= Longest && word.All(char.IsLetter);

    /// <summary>The word and everything that is left when one letter is taken out.</summary>
    public static IReadOnlySet<string> Remains(string word)
    {
        var remains = new HashSet<string>(StringComparer.Ordinal) { word };
        for (var i = 0; i < word.Length; i++)
        {
            remains.Add(word.Remove(i, 1));
        }

        return remains;
    }

    /// <summary>At most one letter added, taken, changed, or two neighbours exchanged.</summary>
    public static bool IsOneSlip(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }

        var start = 0;
        var shorter = Math.Min(a.Length, b.Length);
        while (start < shorter && a[start] == b[start])
        {
            start++;
        }

        var restA = a.AsSpan(start);
        var restB = b.AsSpan(start);
        return a.Length == b.Length
            ? restA.Length == 0 || restA[1..].SequenceEqual(restB[1..])
                || (restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]))
            : a.Length > b.Length ? restA[1..].SequenceEqual(restB) : restB[1..].SequenceEqual(restA);
    }
}
