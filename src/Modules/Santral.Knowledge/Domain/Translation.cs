using System.Security.Cryptography;
using System.Text;

namespace Santral.Knowledge.Domain;

/// <summary>Knows which translated parts still say what the first language says.</summary>
public static class Translation
{
    /// <summary>The languages of the product (D8).</summary>
    public static IReadOnlyList<string> Languages { get; } = ["tr", "sv", "en"];

    /// <summary>A new draft with the basis of each translated part: what was typed anew was typed for today's words of the first language.</summary>
    /// <param name="confirmed">Languages whose writer says that they are right as they are.</param>
    public static ArticleContent WithBasis(ArticleContent draft, ArticleContent before, string mainLanguage, IReadOnlyCollection<string> confirmed)
    {
        var main = draft.Texts.GetValueOrDefault(mainLanguage, ArticleText.Empty);
        return draft with { Texts = draft.Texts.ToDictionary(t => t.Key, t => t.Key == mainLanguage ? t.Value with { Basis = new Dictionary<string, string>() } : Rebased(t.Key, t.Value)) };

        ArticleText Rebased(string language, ArticleText text)
        {
            var old = before.Texts.GetValueOrDefault(language, ArticleText.Empty);
            return text with
            {
                Basis = text.AllParts().Where(p => p.Value.Length > 0).OrderBy(p => p.Key, StringComparer.Ordinal).ToDictionary(
                    p => p.Key,
                    p => !confirmed.Contains(language) && old.Part(p.Key) == p.Value && old.Basis.TryGetValue(p.Key, out var kept) ? kept : Mark(main.Part(p.Key))),
            };
        }
    }

    public static IReadOnlyDictionary<string, LanguageState> StatesOf(string mainLanguage, ArticleContent content)
    {
        var main = content.Texts.GetValueOrDefault(mainLanguage, ArticleText.Empty);
        return Languages.ToDictionary(l => l, l => l == mainLanguage
            ? new LanguageState(main.Title.Length == 0 ? TextState.Missing : TextState.UpToDate, 0)
            : StateOf(main, content.Texts.GetValueOrDefault(l, ArticleText.Empty)));
    }

    private static LanguageState StateOf(ArticleText main, ArticleText text)
    {
        if (text.Title.Length == 0)
        {
            return new LanguageState(TextState.Missing, 0);
        }

        var wanted = main.AllParts().Where(p => p.Value.Length > 0).ToList();
        var missing = wanted.Count(p => text.Part(p.Key).Length == 0);
        var old = wanted.Count(p => text.Part(p.Key).Length > 0 && text.Basis.GetValueOrDefault(p.Key) != Mark(p.Value));
        return missing > 0 ? new LanguageState(TextState.Partly, missing) : old > 0 ? new LanguageState(TextState.Old, old) : new LanguageState(TextState.UpToDate, 0);
    }

    private static string Mark(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 6));
}

/// <param name="Parts">How many parts are missing or out of date.</param>
public sealed record LanguageState(TextState State, int Parts);
