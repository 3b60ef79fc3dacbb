using System.Globalization;

namespace Santral.Kernel;

/// <summary>
/// A text as words to be found, the same on every database: folded (ı and i, å and a are one), cut at everything that is neither letter nor digit.
/// </summary>
public static class Words
{
    public const int Longest = 40;

    /// <summary>The distinct words in their order; longer ones are cut, they are no words.</summary>
    public static IReadOnlyList<string> Of(string? text)
    {
        var folded = Folded.Of(text);
        var words = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var start = 0; start < folded.Length; start++)
        {
            var end = start;
            while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
            {
                end++;
            }

            if (end > start)
            {
                var word = folded[start..Math.Min(end, start + Longest)];
                if (seen.Add(word))
                {
                    words.Add(word);
                }
            }

            start = end;
        }

        return words;
    }

    /// <summary>The first word of a text that is one of the folded ones, with its own letters; null when there is none.</summary>
    public static string? AsWritten(string text, IReadOnlyCollection<string> folded)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark))
            {
                end++;
            }

            if (end > start && folded.Contains(Folded.Of(text[start..end])))
            {
                return text[start..end];
            }

            start = end;
        }

        return null;
    }

    /// <summary>Letters and digits only, without any gap: `ÇB-26-4812` as `cb264812`.</summary>
    public static string Compact(string? text) => string.Concat(Folded.Of(text).Where(char.IsLetterOrDigit));
}
