namespace Santral.Search.Domain;

/// <summary>
/// A word without its Turkish or Swedish endings, folded as it is: light, the same for index and question, and never shorter than four letters.
/// It need not be the grammarian's stem; it is enough that `fatura`, `faturalarımız` and `faturamdan` end as the same.
/// </summary>
public static class Stem
{
    private const int Shortest = 4;

    // Longest first. After folding ı is i and ü is u, so that each ending has few forms.
    private static readonly string[] Endings =
    [
        "larimiz", "lerimiz", "lariniz", "leriniz", "imizdan", "imizden", "arnas", "ornas", "ernas",
        "imiz", "iniz", "umuz", "unuz", "lari", "leri", "indan", "inden", "undan", "unden", "arna", "orna", "erna", "heten", "heter",
        "dan", "den", "tan", "ten", "lar", "ler", "nin", "nun", "dir", "tir", "dur", "tur", "lik", "luk", "ina", "ine", "inda", "inde",
        "ens", "ets", "ar", "or", "er", "en", "et", "an", "na", "da", "de", "ta", "te", "in", "un", "im", "um", "yi", "yu", "ya", "ye", "si", "su", "li", "lu", "ci", "cu",
        "i", "u", "a", "e", "m", "s", "n",
    ];

    /// <param name="word">Folded, as <see cref="Words.Of"/> gives it.</param>
    public static string Of(string word)
    {
        // An ending is taken off at most three times: lar + ımız + dan.
        for (var times = 0; times < 3 && word.Length > Shortest; times++)
        {
            var ending = Array.Find(Endings, e => word.Length - e.Length >= Shortest && word.EndsWith(e, StringComparison.Ordinal));
            if (ending is null)
            {
                break;
            }

            word = word[..^ending.Length];
        }

        // kitap, kitabı; ambalaj stays: the last consonant that softens before a vowel is one letter.
        return word[^1] switch
        {
            'b' => word[..^1] + "p",
            'd' => word[..^1] + "t",
            'g' => word[..^1] + "k",
            _ => word,
        };
    }
}
