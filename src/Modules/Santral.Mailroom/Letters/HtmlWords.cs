using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Santral.Mailroom.Letters;

/// <summary>The words of formatted text, with its lines; what no person reads is left out.</summary>
internal static class HtmlWords
{
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "noscript", "head", "title", "iframe", "object", "svg", "math", "select", "textarea",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "article", "header", "footer", "hr",
    };

    public static string Of(string html)
    {
        if (!HtmlBounds.IsReadable(html))
        {
            return "";
        }

        var words = new StringBuilder();
        Write(new HtmlParser().ParseDocument(html).Body, words);
        var lines = words.ToString().Split('\n').Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var kept = new StringBuilder();
        var blank = 0;
        foreach (var line in lines)
        {
            blank = line.Length == 0 ? blank + 1 : 0;
            if (blank < 2)
            {
                kept.Append(line).Append('\n');
            }
        }

        return Typed.Lines(kept.ToString());
    }

    private static void Write(INode? node, StringBuilder words)
    {
        foreach (var child in node?.ChildNodes ?? Enumerable.Empty<INode>())
        {
            if (child is IText text)
            {
                words.Append(text.Data.Replace('\n', ' '));
            }
            else if (child is IElement element && !Silent.Contains(element.LocalName))
            {
                if (element.LocalName == "blockquote")
                {
                    WriteQuoted(element, words);
                    continue;
                }

                if (element.LocalName == "br")
                {
                    words.Append('\n');
                    continue;
                }

                var isBlock = Blocks.Contains(element.LocalName);
                Break(words, isBlock);
                Write(element, words);
                Break(words, isBlock);
                if (element.LocalName == "p" && words.Length > 0)
                {
                    words.Append('\n');
                }
                else if (element.LocalName is "td" or "th")
                {
                    words.Append(' ');
                }
            }
        }
    }

    private static void WriteQuoted(IElement element, StringBuilder words)
    {
        var inside = new StringBuilder();
        Write(element, inside);
        Break(words, true);
        foreach (var line in inside.ToString().Split('\n').Where(l => l.Trim().Length > 0))
        {
            words.Append("> ").Append(line.Trim()).Append('\n');
        }
    }

    private static void Break(StringBuilder words, bool isBlock)
    {
        if (isBlock && words.Length > 0 && words[^1] != '\n')
        {
            words.Append('\n');
        }
    }
}

/// <summary>Formatted text that a parser may be given: trees of endless depth cost the square of it (50,000 nested elements took 15 s).</summary>
internal static class HtmlBounds
{
    private const int Longest = 1_500_000;
    private const int MostTags = 40_000;
    private const int Deepest = 400;

    private static readonly HashSet<string> Single = new(StringComparer.OrdinalIgnoreCase)
    {
        "br", "img", "hr", "meta", "link", "input", "col", "area", "base", "wbr", "p", "li", "td", "tr", "th", "tbody", "option", "dd", "dt",
    };

    public static bool IsReadable(string html)
    {
        if (html.Length > Longest)
        {
            return false;
        }

        var (tags, depth) = (0, 0);
        for (var i = html.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < html.Length; i = html.IndexOf('<', i + 1))
        {
            var isEnd = html[i + 1] == '/';
            var start = i + (isEnd ? 2 : 1);
            var end = start;
            while (end < html.Length && end - start < 20 && char.IsAsciiLetterOrDigit(html[end]))
            {
                end++;
            }

            if (end == start)
            {
                continue;
            }

            if (++tags > MostTags)
            {
                return false;
            }

            if (!Single.Contains(html[start..end]))
            {
                depth = Math.Max(0, depth + (isEnd ? -1 : 1));
                if (depth > Deepest)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
