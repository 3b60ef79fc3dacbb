using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Data;

/// <summary>An article of the demo as it is told in its file; names instead of ids.</summary>
/// <param name="Key">What other articles of the demo call it.</param>
/// <param name="Folder">Code of a folder.</param>
internal sealed record DemoArticle(string Key, ArticleKind Kind, string Unit, string Folder, params DemoText[] Texts)
{
    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Teams { get; init; } = [];

    public bool OpensByItself { get; init; }

    public string? Phone { get; init; }

    public string? Url { get; init; }

    public string? Target { get; init; }

    public bool IsOutdated { get; init; }

    /// <summary>Left as a draft that nobody has published yet.</summary>
    public bool IsDraft { get; init; }

    public IReadOnlyList<DemoStep> Steps { get; init; } = [];

    public ArticleContent Content(Func<string, DefinitionId?> category, Func<string, TeamId?> team, Func<string, ArticleId> article)
    {
        List<Step> steps = [.. Steps.Select((s, i) => new Step(
            $"s{i + 1}",
            s.Kind,
            s.Next,
            [.. s.Answers.Select((a, j) => new Answer($"a{j + 1}", a.Next, a.Article is null ? null : article(a.Article)))],
            s.Field,
            s.IsRequired,
            s.CanSkip,
            s.WritesNote,
            s.Result))];
        List<string> keys = [.. steps.SelectMany(s => s.Answers.Select(a => $"{s.Key}.{a.Key}").Prepend(s.Key))];
        return new ArticleContent(
            ArticleScope.Everywhere with
            {
                Units = [Unit],
                Categories = [.. Categories.Select(category).OfType<DefinitionId>()],
                Teams = [.. Teams.Select(team).OfType<TeamId>()],
                OpensByItself = OpensByItself,
            },
            Phone,
            Url,
            Target is null ? null : article(Target),
            steps,
            Texts.ToDictionary(t => t.Language, t => new ArticleText(t.Title, t.Body, t.Keywords, keys.Zip(t.Steps).ToDictionary(p => p.First, p => p.Second), new Dictionary<string, string>())));
    }
}

/// <param name="Steps">The words of each step, each followed by those of its answers.</param>
internal sealed record DemoText(string Language, string Title, string Body, string Keywords, params string[] Steps);

internal sealed record DemoStep(StepKind Kind, params DemoAnswer[] Answers)
{
    public string? Next { get; init; }

    public string? Field { get; init; }

    public bool IsRequired { get; init; }

    public bool CanSkip { get; init; }

    public bool WritesNote { get; init; } = true;

    public ScriptResult? Result { get; init; }

    public static DemoStep Say { get; } = new(StepKind.Say) { WritesNote = false };

    public static DemoStep End(ScriptResult result) => new(StepKind.Result) { Result = result };

    public static DemoStep Ask(params DemoAnswer[] answers) => new(StepKind.Ask, answers);

    public static DemoStep Fill(string field, bool isRequired = false) => new(StepKind.Fill) { Field = field, IsRequired = isRequired };
}

internal sealed record DemoAnswer(string? Next = null, string? Article = null)
{
    /// <summary>Leads to the step below.</summary>
    public static DemoAnswer On { get; } = new();

    public static DemoAnswer To(int step) => new($"s{step}");

    public static DemoAnswer Open(string article) => new(null, article);
}
