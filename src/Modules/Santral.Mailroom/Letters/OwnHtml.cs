using Ganss.Xss;

namespace Santral.Mailroom.Letters;

/// <summary>
/// Formatted text of our own people as it goes out: what the composer can write and nothing more, so that it reads the same in every
/// program. Whatever else was pasted loses its form and keeps its words.
/// </summary>
internal static class OwnHtml
{
    private static readonly string[] Tags = ["p", "br", "b", "strong", "i", "em", "u", "s", "ul", "ol", "li", "blockquote", "a", "code", "pre", "h1", "h2", "h3", "hr"];

    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    /// <returns>Null where no word is left.</returns>
    public static CleanLetter? Of(string html)
    {
        if (!HtmlBounds.IsReadable(html))
        {
            throw new Refusal("mailroom.letter_too_long", RefusalKind.Invalid);
        }

        var sanitizer = new HtmlSanitizer { KeepChildNodes = true };
        sanitizer.RemovingTag += (_, removed) => SafeLetterHtml.Silence(removed.Tag);
        sanitizer.AllowedTags.Clear();
        sanitizer.AllowedTags.UnionWith(Tags);
        sanitizer.AllowedAttributes.Clear();
        sanitizer.AllowedAttributes.Add("href");
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedAtRules.Clear();
        sanitizer.AllowedSchemes.Clear();
        sanitizer.AllowedSchemes.UnionWith(Schemes);
        var clean = sanitizer.Sanitize(html);
        return HtmlWords.Of(clean) is { Length: > 0 } words ? new CleanLetter(words, clean) : null;
    }
}

/// <param name="Words">The same in plain lines.</param>
internal sealed record CleanLetter(string Words, string Html);
