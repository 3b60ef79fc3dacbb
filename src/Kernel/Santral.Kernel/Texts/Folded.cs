using System.Globalization;
using System.Text;

namespace Santral.Kernel;

/// <summary>
/// A text as it is searched: lower case and without marks, the same for `Işık`, `IŞIK` and `isik`, `Åström` and `astrom`.
/// Turkish dotted and dotless i become one letter, because people search with the keyboard they have.
/// </summary>
public static class Folded
{
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        // Half a surrogate pair cannot be normalised, enumerating runes replaces it; nor can a code point that is no character.
        var whole = string.Concat(text.EnumerateRunes().Where(rune => !IsNoncharacter(rune.Value)));
        var folded = new StringBuilder(whole.Length);
        foreach (var sign in whole.Normalize(NormalizationForm.FormD))
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(sign))
            {
                case UnicodeCategory.NonSpacingMark:
                    break;
                case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    AppendGap(folded);
                    break;
                default:
                    folded.Append(Plain(sign));
                    break;
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>The words of a search, folded; at most six, longer questions find nothing more.</summary>
    public static IReadOnlyList<string> Words(string? text)
        => Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(6).ToList();

    // The Unicode Standard, section 23.7.
    private static bool IsNoncharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    private static void AppendGap(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ')
        {
            folded.Append(' ');
        }
    }

    private static string Plain(char sign) => sign switch
    {
        'ı' => "i",
        'ø' or 'Ø' => "o",
        'ß' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'þ' or 'Þ' => "th",
        _ => char.ToLowerInvariant(sign).ToString(),
    };
}
