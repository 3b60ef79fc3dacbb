using System.Text.RegularExpressions;

namespace Santral.Mailroom.Domain;

/// <summary>Where a letter begins to repeat older ones. Nothing is cut: the screen folds what follows.</summary>
public static partial class QuotedText
{
    /// <returns>Index of the first sign of the quoted part; null where nothing is quoted, or where nothing stands before it.</returns>
    public static int? BeginOf(string text)
    {
        var lines = Lines(text);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsBegin(text, lines, i))
            {
                continue;
            }

            // Who answers between the lines wrote on below: then all of it is his letter.
            var begin = lines[i].Start;
            return text[..begin].Trim().Length > 0 && !WritesOnBelow(text, lines, i) ? begin : null;
        }

        return null;
    }

    private static bool IsBegin(string text, List<Range> lines, int i)
    {
        var line = text.AsSpan(lines[i].Start, lines[i].Length).Trim();
        if (line.Length == 0)
        {
            return false;
        }

        if (line[0] == '>')
        {
            return true;
        }

        var one = line.ToString();
        if (Divider().IsMatch(one))
        {
            return true;
        }

        // "On … wrote:" is broken over up to three lines by narrow programs.
        var joined = string.Join(' ', Enumerable.Range(i, Math.Min(3, lines.Count - i)).Select(n => text.Substring(lines[n].Start, lines[n].Length).Trim()));
        return (Attribution().IsMatch(one) || (Opening().IsMatch(one) && Attribution().IsMatch(FirstSentence(joined)))) || (HeadFrom().IsMatch(one) && i + 1 < lines.Count && HeadNext().IsMatch(joined[one.Length..]));
    }

    private static string FirstSentence(string joined)
    {
        var colon = joined.IndexOf(':', StringComparison.Ordinal);
        while (colon >= 0 && colon + 1 < joined.Length && !char.IsWhiteSpace(joined[colon + 1]))
        {
            colon = joined.IndexOf(':', colon + 1);
        }

        return colon < 0 ? joined : joined[..(colon + 1)];
    }

    private static bool WritesOnBelow(string text, List<Range> lines, int from)
    {
        if (text.AsSpan(lines[from].Start, lines[from].Length).TrimStart() is not ['>', ..])
        {
            return false;
        }

        var own = lines.Skip(from).Select(l => text.Substring(l.Start, l.Length).Trim()).Where(l => l.Length > 0 && l[0] != '>').ToList();
        return own.Count > 0 && !own[0].StartsWith("--", StringComparison.Ordinal);
    }

    private static List<Range> Lines(string text)
    {
        var lines = new List<Range>();
        var start = 0;
        while (start <= text.Length && lines.Count < 5000)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            lines.Add(new Range(start, end - start));
            start = end + 1;
        }

        return lines;
    }

    private readonly record struct Range(int Start, int Length);

    [GeneratedRegex(@"^(-{2,}|_{2,})\s*(original message|ursprungligt meddelande|orijinal (mesaj|ileti)|özgün ileti|özgün mesaj|iletilen mesaj|forwarded message|vidarebefordrat (meddelande|mejl)|ursprüngliche nachricht)\s*(-{2,}|_{2,})$|^_{20,}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Divider();

    [GeneratedRegex(@"^.{5,300}(wrote|skrev|yazdı|şunları yazdı|schrieb|a écrit|skrev följande)\s*:$|^(den|on|le|am)\s.{5,300}(wrote|skrev|schrieb|écrit)\b.{0,120}:$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Attribution();

    [GeneratedRegex(@"^(on|den|am|le|\d{1,2}[\s./]|\d{4}-\d{2}-\d{2}|.{1,80}<[^<>\s]+@[^<>\s]+>)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\*?(from|från|kimden|gönderen|von)\s*:\*?\s*\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadFrom();

    [GeneratedRegex(@"^\s*\*?(sent|date|skickat|datum|gönderme tarihi|gönderildi|tarih|to|till|kime|alıcı|gesendet)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadNext();
}
