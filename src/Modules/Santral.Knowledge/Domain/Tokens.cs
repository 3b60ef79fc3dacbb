namespace Santral.Knowledge.Domain;

/// <summary>The words of a text as they are searched: folded, without marks and without the words that stand everywhere.</summary>
public static class Tokens
{
    private static readonly HashSet<string> Everywhere = new(StringComparer.Ordinal)
    {
        "ve", "bir", "bu", "su", "mi", "mu", "ne", "ile", "icin", "da", "de", "ki", "var", "yok", "cok", "daha", "olarak", "gibi",
        "och", "att", "en", "ett", "det", "den", "ar", "som", "pa", "av", "for", "till", "med", "jag", "vi", "om", "har", "kan", "inte", "nar", "hur", "var", "vad",
        "the", "a", "an", "of", "to", "in", "is", "it", "and", "or", "for", "on", "with", "my", "i", "how", "what", "do", "does", "not",
    };

    public static IReadOnlyList<string> Of(string? text)
    {
        var words = new List<string>();
        var folded = Folded.Of(text);
        var start = -1;
        for (var i = 0; i <= folded.Length; i++)
        {
            var isWord = i < folded.Length && char.IsLetterOrDigit(folded[i]);
            if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                words.Add(folded[start..i]);
                start = -1;
            }
        }

        return words;
    }

    /// <summary>What of a question is searched; all of it when it is made of common words only.</summary>
    public static IReadOnlyList<string> OfQuestion(string? text)
    {
        var words = Of(text).Distinct().Take(12).ToList();
        var telling = words.Where(w => !Everywhere.Contains(w)).ToList();
        return telling.Count > 0 ? telling : words;
    }

    /// <summary>The words of a text as they were typed, of which the folded ones are given.</summary>
    public static IReadOnlyList<string> AsTyped(string? text, IReadOnlyCollection<string> folded)
        => [.. (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Trim('.', ',', ';', ':', '!', '?', '"', '(', ')'))
            .Where(w => Of(w).Any(folded.Contains)).Distinct()];
}
