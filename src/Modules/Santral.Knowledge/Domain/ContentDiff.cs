using System.Globalization;

namespace Santral.Knowledge.Domain;

/// <summary>One thing that two versions of an article say differently.</summary>
/// <param name="Part">`title`, `body`, `keywords`, `step`, `answer`, `phone`, `url`, `target`, `units`, `categories`, `teams`, `audience`, `from`, `until`, `opensByItself`, `order`, `flow`.</param>
/// <param name="Key">Of the step or answer.</param>
public sealed record ContentChange(string Part, string? Language, string? Key, string Before, string After);

/// <summary>Compares two states of an article, part by part, in the order of the page.</summary>
public static class ContentDiff
{
    public static IReadOnlyList<ContentChange> Between(ArticleContent before, ArticleContent after)
    {
        List<ContentChange> changes = [];
        foreach (var language in Translation.Languages)
        {
            Texts(
                language,
                before.Texts.GetValueOrDefault(language, ArticleText.Empty),
                after.Texts.GetValueOrDefault(language, ArticleText.Empty),
                changes);
        }

        Add("phone", before.Phone, after.Phone);
        Add("url", before.Url, after.Url);
        Add("target", before.Target?.ToString(), after.Target?.ToString());
        Add("order", Order(before), Order(after));
        foreach (var key in before.Steps.Select(s => s.Key).Intersect(after.Steps.Select(s => s.Key)))
        {
            Add("flow", Flow(before, key), Flow(after, key), key);
        }

        Scope(before.Scope, after.Scope);
        return changes;

        void Scope(ArticleScope was, ArticleScope now)
        {
            Add("units", string.Join(' ', was.Units), string.Join(' ', now.Units));
            Add("categories", string.Join(' ', was.Categories), string.Join(' ', now.Categories));
            Add("teams", string.Join(' ', was.Teams), string.Join(' ', now.Teams));
            Add("opensByItself", was.OpensByItself ? "true" : "false", now.OpensByItself ? "true" : "false");
            Add("audience", was.Audience.ToString(), now.Audience.ToString());
            Add("from", was.From?.ToString("O", CultureInfo.InvariantCulture), now.From?.ToString("O", CultureInfo.InvariantCulture));
            Add("until", was.Until?.ToString("O", CultureInfo.InvariantCulture), now.Until?.ToString("O", CultureInfo.InvariantCulture));
        }

        void Add(string part, string? was, string? now, string? key = null)
        {
            if ((was ?? "") != (now ?? ""))
            {
                changes.Add(new ContentChange(part, null, key, was ?? "", now ?? ""));
            }
        }
    }

    private static void Texts(string language, ArticleText before, ArticleText after, List<ContentChange> changes)
    {
        Add("title", null, before.Title, after.Title);
        Add("keywords", null, before.Keywords, after.Keywords);
        if (before.Body != after.Body)
        {
            Add("body", null, SafeHtml.Plain(before.Body), SafeHtml.Plain(after.Body), evenIfSame: true);
        }

        foreach (var key in before.Steps.Keys.Union(after.Steps.Keys))
        {
            Add(key.Contains('.', StringComparison.Ordinal) ? "answer" : "step", key, before.Part(key), after.Part(key));
        }

        void Add(string part, string? key, string was, string now, bool evenIfSame = false)
        {
            if (was != now || evenIfSame)
            {
                changes.Add(new ContentChange(part, language, key, was, now));
            }
        }
    }

    private static string Order(ArticleContent content) => string.Join(' ', content.Steps.Select(s => s.Key));

    /// <summary>What a step does and where it leads, without its words.</summary>
    private static string Flow(ArticleContent content, string key)
    {
        var step = content.Steps.First(s => s.Key == key);
        var answers = step.Answers.Select(a => $"{a.Key}→{a.Next ?? a.Article?.ToString() ?? "·"}");
        return string.Join(' ', answers.Prepend($"{step.Kind} {step.Field}{step.Result} →{step.Next ?? "·"} {Marks(step)}".TrimEnd()));
    }

    private static string Marks(Step step)
        => $"{(step.IsRequired ? "required " : "")}{(step.CanSkip ? "skip " : "")}{(step.WritesNote ? "note" : "")}";
}
