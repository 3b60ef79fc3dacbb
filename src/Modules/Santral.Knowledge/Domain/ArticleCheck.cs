namespace Santral.Knowledge.Domain;

/// <summary>What stands in the way of publishing an article, or should be looked at first.</summary>
/// <param name="Code">Text `knowledge.problem.(code)`.</param>
/// <param name="Step">Key of the step it is about.</param>
/// <param name="IsError">An error stops publishing, a warning does not.</param>
public sealed record ArticleProblem(string Code, string? Step, string? Language, bool IsError);

/// <summary>Reads an article as its reader would and finds where he would be lost.</summary>
public static class ArticleCheck
{
    public static IReadOnlyList<ArticleProblem> Of(ArticleKind kind, string mainLanguage, ArticleContent content)
    {
        var text = content.Texts.GetValueOrDefault(mainLanguage, ArticleText.Empty);
        List<ArticleProblem> problems = [];
        if (text.Title.Length == 0)
        {
            problems.Add(Error("title_missing"));
        }

        switch (kind)
        {
            case ArticleKind.Phone when content.Phone is null:
                problems.Add(Error("phone_missing"));
                break;
            case ArticleKind.Link when content.Url is null:
                problems.Add(Error("address_missing"));
                break;
            case ArticleKind.Article when content.Target is null:
                problems.Add(Error("target_missing"));
                break;
            case ArticleKind.Text when text.Body.Length == 0:
                problems.Add(Error("body_missing"));
                break;
            case ArticleKind.Script:
                Steps(content.Steps, text, problems);
                break;
        }

        foreach (var (language, state) in Translation.StatesOf(mainLanguage, content).Where(s => s.Value.State is TextState.Partly or TextState.Old))
        {
            problems.Add(new ArticleProblem(state.State == TextState.Old ? "translation_old" : "translation_partly", null, language, false));
        }

        return problems;
    }

    private static void Steps(IReadOnlyList<Step> steps, ArticleText text, List<ArticleProblem> problems)
    {
        if (steps.Count == 0)
        {
            problems.Add(Error("steps_missing"));
            return;
        }

        var reached = Reached(steps);
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            if (!reached.Contains(i))
            {
                problems.Add(Error("step_unreachable", step.Key));
            }

            if (text.Part(step.Key).Length == 0)
            {
                problems.Add(Error("step_text_missing", step.Key));
            }

            Ways(steps, i, problems);
            Parts(step, text, problems);
        }

        if (!reached.Any(i => steps[i].Kind == StepKind.Result))
        {
            problems.Add(new ArticleProblem("result_missing", null, null, false));
        }
    }

    private static void Ways(IReadOnlyList<Step> steps, int index, List<ArticleProblem> problems)
    {
        var named = steps[index].Answers.Select(a => a.Next).Append(steps[index].Next).OfType<string>();
        if (named.Any(next => Script.Find(steps, next) <= index))
        {
            problems.Add(Error("step_leads_back", steps[index].Key));
        }
    }

    private static void Parts(Step step, ArticleText text, List<ArticleProblem> problems)
    {
        switch (step.Kind)
        {
            case StepKind.Ask when step.Answers.Count == 0:
                problems.Add(Error("answers_missing", step.Key));
                break;
            case StepKind.Ask when step.Answers.Any(a => text.Part($"{step.Key}.{a.Key}").Length == 0):
                problems.Add(Error("answer_text_missing", step.Key));
                break;
            case StepKind.Fill when step.Field is null:
                problems.Add(Error("field_missing", step.Key));
                break;
            case StepKind.Result when step.Result is null:
                problems.Add(Error("result_kind_missing", step.Key));
                break;
        }
    }

    private static HashSet<int> Reached(IReadOnlyList<Step> steps)
    {
        var reached = new HashSet<int>();
        var open = new Stack<int>([0]);
        while (open.TryPop(out var at))
        {
            if (at >= steps.Count || !reached.Add(at) || steps[at].Kind == StepKind.Result)
            {
                continue;
            }

            var step = steps[at];
            if (step.Kind != StepKind.Ask || step.CanSkip)
            {
                open.Push(Script.After(steps, at, null));
            }

            foreach (var answer in step.Kind == StepKind.Ask ? step.Answers.Where(a => a.Article is null) : [])
            {
                open.Push(Script.After(steps, at, answer));
            }
        }

        return reached;
    }

    private static ArticleProblem Error(string code, string? step = null) => new(code, step, null, true);
}
