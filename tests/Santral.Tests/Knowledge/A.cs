using Santral.Knowledge.Domain;

namespace Santral.Tests.Knowledge;

/// <summary>Articles as the tests need them.</summary>
internal static class A
{
    public static Step Step(string key, StepKind kind) => new(key, kind, null, [], null, false, false, false, null);

    /// <summary>Turkish words for each step: its key and a question mark.</summary>
    public static ArticleContent Content(string title, IReadOnlyList<Step>? steps = null, Dictionary<string, string>? answers = null, string body = "")
    {
        var words = (steps ?? []).ToDictionary(s => s.Key, s => $"{s.Key}?");
        foreach (var (key, text) in answers ?? [])
        {
            words[key] = text;
        }

        return ArticleContent.Empty with
        {
            Steps = steps ?? [],
            Texts = new Dictionary<string, ArticleText> { ["tr"] = ArticleText.Empty with { Title = title, Body = body, Steps = words } },
        };
    }

    public static ArticleContent Saying(string language, string title, string body = "", string keywords = "") => ArticleContent.Empty with
    {
        Texts = new Dictionary<string, ArticleText> { [language] = ArticleText.Empty with { Title = title, Body = body, Keywords = keywords } },
    };
}
