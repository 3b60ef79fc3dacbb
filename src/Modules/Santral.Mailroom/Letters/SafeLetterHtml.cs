using System.Text;
using AngleSharp.Dom;
using Ganss.Xss;
using MimeKit;

namespace Santral.Mailroom.Letters;

/// <summary>
/// Formatted text of a stranger as it may be shown (an allow list of HtmlSanitizer, made anew from the original each time, so that better
/// rules reach old letters too). It is one of three walls: it is shown in a frame without scripts and without origin, under a policy of
/// its own.
/// </summary>
internal static class SafeLetterHtml
{
    private static readonly string[] Followed = ["http://", "https://", "mailto:", "tel:"];

    private static readonly string[] Dropped =
        ["form", "input", "button", "select", "option", "textarea", "fieldset", "legend", "label", "menu", "menuitem", "dialog", "details", "summary", "map", "area", "progress", "meter", "keygen", "datalist", "output"];

    // Their text is no text for people; of everything else that is not allowed the words stay.
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "noscript", "noembed", "noframes", "xmp", "plaintext", "iframe", "object", "embed", "applet", "svg", "math", "head", "title",
        "textarea", "select", "audio", "video", "canvas", "base", "link", "meta",
    };

    private static readonly string[] UnsafeProperties = ["position", "z-index", "behavior", "content", "cursor", "filter", "left", "right", "top", "bottom", "clip", "visibility"];

    /// <param name="pictures">Address of the picture that the text calls by a Content-ID; null where it has none.</param>
    /// <param name="withRemote">Whether pictures from elsewhere are loaded: their owners see that the letter was read.</param>
    /// <returns>Null where there is nothing to show or too much to look through.</returns>
    public static SafeHtml? Of(MimeMessage message, Func<string, string?> pictures, bool withRemote)
        => ReadLetter.HtmlOf(message) is { } part ? Of(LetterCharset.TextOf(part), pictures, withRemote) : null;

    /// <inheritdoc cref="Of(MimeMessage, Func{string, string?}, bool)"/>
    public static SafeHtml? Of(string html, Func<string, string?> pictures, bool withRemote)
    {
        if (html.Length == 0 || !HtmlBounds.IsReadable(html))
        {
            return null;
        }

        var blocked = 0;
        var sanitizer = New();
        sanitizer.FilterUrl += (_, url) =>
        {
            var address = url.OriginalUrl.Trim();
            if (address.StartsWith("cid:", StringComparison.OrdinalIgnoreCase))
            {
                url.SanitizedUrl = pictures(Uri.UnescapeDataString(address[4..]));
            }
            else if (url.Tag?.LocalName is "a")
            {
                url.SanitizedUrl = Followed.Any(f => address.StartsWith(f, StringComparison.OrdinalIgnoreCase)) ? url.SanitizedUrl : null;
            }
            else if (!IsSmallPicture(address))
            {
                // A picture, a background: fetched by showing it.
                var isRemote = Uri.TryCreate(address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address, UriKind.Absolute, out var remote) && remote.Scheme is "http" or "https";
                blocked += isRemote ? 1 : 0;
                url.SanitizedUrl = isRemote && withRemote ? url.OriginalUrl : null;
            }
        };
        sanitizer.PostProcessNode += (_, node) =>
        {
            if (node.Node is IElement { LocalName: "a" } link)
            {
                link.SetAttribute("target", "_blank");
                link.SetAttribute("rel", "noopener noreferrer nofollow");
            }
        };
        var body = sanitizer.Sanitize(html);
        return new SafeHtml(Page(body), withRemote ? 0 : blocked);
    }

    /// <summary>Takes away what is inside a tag that goes, where its text is no text for people.</summary>
    public static void Silence(IElement tag)
    {
        if (Silent.Contains(tag.LocalName) || tag.NamespaceUri != "http://www.w3.org/1999/xhtml")
        {
            tag.InnerHtml = "";
        }
    }

    private static HtmlSanitizer New()
    {
        var sanitizer = new HtmlSanitizer { KeepChildNodes = true };
        sanitizer.RemovingTag += (_, removed) => Silence(removed.Tag);
        foreach (var tag in Dropped)
        {
            sanitizer.AllowedTags.Remove(tag);
        }

        foreach (var property in UnsafeProperties)
        {
            sanitizer.AllowedCssProperties.Remove(property);
        }

        // Their own names could shadow the page's (DOM clobbering), and their own classes mean nothing here.
        foreach (var attribute in new[] { "id", "name", "class", "action", "method", "enctype", "target", "accept", "accept-charset", "accesskey", "tabindex", "autocomplete", "autofocus", "contenteditable", "draggable", "dropzone", "hidden", "form", "srcset", "usemap", "ismap", "longdesc", "autosave", "pattern", "placeholder", "required" })
        {
            sanitizer.AllowedAttributes.Remove(attribute);
        }

        sanitizer.AllowedAttributes.Add("background");
        sanitizer.UriAttributes.Add("background");
        sanitizer.AllowedAtRules.Clear();
        sanitizer.AllowedSchemes.Clear();
        foreach (var scheme in new[] { "http", "https", "mailto", "tel", "cid", "data" })
        {
            sanitizer.AllowedSchemes.Add(scheme);
        }

        return sanitizer;
    }

    // Drawn from the letter itself; anything else of data: could be a document.
    private static bool IsSmallPicture(string address)
        => address.Length < 500_000 && new[] { "data:image/png;", "data:image/jpeg;", "data:image/gif;", "data:image/webp;" }.Any(p => address.StartsWith(p, StringComparison.OrdinalIgnoreCase));

    private static string Page(string body) => new StringBuilder()
        .Append("<!doctype html><html><head><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\"><style>")
        .Append("html{color-scheme:light;background:#fff}body{margin:12px;color:#1b1b1f;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}blockquote{margin:0 0 0 4px;padding-left:10px;border-left:2px solid #d4d4dc;color:#55555f}pre{white-space:pre-wrap}")
        .Append("</style></head><body>").Append(body).Append("</body></html>").ToString();
}

/// <param name="Blocked">How many things from elsewhere were left out.</param>
internal sealed record SafeHtml(string Page, int Blocked);
