using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace Santral.Knowledge.Domain;

/// <summary>
/// Rich text as it may live in the product: a dozen tags, one attribute. The hostile text is parsed as a browser would (WHATWG HTML)
/// and written anew from the tree, so that nothing of its source survives but letters and allowed tags.
/// </summary>
public static class SafeHtml
{
    /// <summary>Longer than any article; beyond it nothing is parsed.</summary>
    public const int Longest = 60_000;

    // Parsing deep or tangled markup costs the square of its depth; nobody writes this by hand.
    private const int MostTags = 3_000;
    private const int Deepest = 40;

    private const string Blocks = "p, div, ul, ol, li, h1, h2, h3, h4, blockquote";

    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["p"] = "p", ["div"] = "p", ["br"] = "br", ["strong"] = "strong", ["b"] = "strong", ["em"] = "em", ["i"] = "em",
        ["ul"] = "ul", ["ol"] = "ol", ["li"] = "li", ["h1"] = "h3", ["h2"] = "h3", ["h3"] = "h3", ["h4"] = "h4",
        ["blockquote"] = "blockquote", ["code"] = "code", ["a"] = "a",
    };

    // Their text is no text for people.
    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "noscript", "xmp", "iframe", "noembed", "noframes", "plaintext", "object", "embed", "applet", "svg", "math",
        "title", "textarea", "select", "option", "audio", "video", "canvas", "head",
    };

    /// <summary>The safe form of what was typed or pasted; saving it again changes nothing.</summary>
    public static string Of(string? html)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return "";
        }

        if (html.Length > Longest || html.AsSpan().Count('<') > MostTags)
        {
            throw new Refusal("knowledge.text_too_long", RefusalKind.Invalid, ("max", Longest));
        }

        // A parser moves what stands where it may not (a list inside a paragraph): written until nothing moves any more.
        var before = html;
        for (var pass = 0; pass < 4; pass++)
        {
            var written = new StringBuilder(before.Length);
            Write(Parse(before), written, depth: 0, insideLink: false);
            var now = written.ToString().Trim();
            if (now == before)
            {
                return now;
            }

            before = now;
        }

        var words = new StringBuilder();
        Encode(Plain(before), words);
        return words.ToString();
    }

    /// <summary>The words alone, for searching and for notes; blocks become lines.</summary>
    public static string Plain(string html)
    {
        if (html.Length == 0)
        {
            return "";
        }

        var words = new StringBuilder(html.Length);
        foreach (var node in Parse(html).GetDescendants())
        {
            if (node is IText text)
            {
                words.Append(text.Data);
            }
            else if (node is IElement { LocalName: "p" or "br" or "li" or "h3" or "h4" or "blockquote" } && words.Length > 0 && words[^1] != '\n')
            {
                words.Append('\n');
            }
        }

        return words.ToString().Trim();
    }

    private static IElement Parse(string html) => new HtmlParser().ParseDocument($"<!doctype html><body>{Typed.Lines(html)}").Body!;

    private static void Write(INode parent, StringBuilder written, int depth, bool insideLink)
    {
        foreach (var node in parent.ChildNodes)
        {
            switch (node)
            {
                case IText text:
                    Encode(text.Data, written);
                    break;
                case IElement element when !Dropped.Contains(element.LocalName):
                    WriteElement(element, written, depth, insideLink);
                    break;
            }
        }
    }

    private static void WriteElement(IElement element, StringBuilder written, int depth, bool insideLink)
    {
        var isHtml = element.NamespaceUri == "http://www.w3.org/1999/xhtml";
        if (depth >= Deepest || !isHtml || !Allowed.TryGetValue(element.LocalName, out var tag) || (element.LocalName == "div" && element.QuerySelector(Blocks) is not null))
        {
            if (depth < Deepest)
            {
                Write(element, written, depth + 1, insideLink);
            }
            else
            {
                // Mail programs nest without end: the words stay, only their form is given up.
                Encode(string.Join(' ', element.GetDescendants().OfType<IText>().Where(IsForPeople).Select(t => t.Data).Prepend("")), written);
            }

            return;
        }

        if (tag == "br")
        {
            written.Append("<br>");
            return;
        }

        if (tag == "a")
        {
            var address = insideLink ? null : WebAddress.Read(element.GetAttribute("href"));
            if (address is null)
            {
                Write(element, written, depth + 1, insideLink);
                return;
            }

            written.Append("<a href=\"");
            Encode(address, written);
            written.Append("\">");
            Write(element, written, depth + 1, insideLink: true);
            written.Append("</a>");
            return;
        }

        written.Append('<').Append(tag).Append('>');
        Write(element, written, depth + 1, insideLink);
        written.Append("</").Append(tag).Append('>');
    }

    private static bool IsForPeople(IText text) => !text.GetAncestors().OfType<IElement>().Any(e => Dropped.Contains(e.LocalName));

    private static void Encode(string text, StringBuilder written)
    {
        foreach (var sign in text)
        {
            _ = sign switch
            {
                '&' => written.Append("&amp;"),
                '<' => written.Append("&lt;"),
                '>' => written.Append("&gt;"),
                '"' => written.Append("&quot;"),
                '\u00a0' => written.Append(' '),
                _ when char.IsControl(sign) && !sign.IsSpaceCharacter() => written,
                _ => written.Append(sign),
            };
        }
    }
}
