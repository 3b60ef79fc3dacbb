namespace Santral.Knowledge.Domain;

/// <summary>The way through a script: which step follows which, and what was answered so far. Steps lead forward only, so every way ends.</summary>
public static class Script
{
    /// <summary>Index of the step after this one on the way of an answer; the count of steps when there is none.</summary>
    public static int After(IReadOnlyList<Step> steps, int index, Answer? answer)
    {
        var named = answer is null ? steps[index].Next : answer.Next ?? steps[index].Next;
        if (named is null)
        {
            return index + 1;
        }

        var found = Find(steps, named);
        return found > index ? found : steps.Count;
    }

    public static int Find(IReadOnlyList<Step> steps, string key)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Follows the answers from the first step; one that does not belong where it stands is refused.</summary>
    public static ScriptPlace Walk(IReadOnlyList<Step> steps, IReadOnlyList<GivenAnswer> given)
    {
        var at = 0;
        var taken = new List<int>();
        ScriptPlace? end = null;
        foreach (var answer in given)
        {
            if (at >= steps.Count || steps[at].Key != answer.Step || end is not null)
            {
                throw new Refusal("knowledge.step_not_next", RefusalKind.Invalid, ("step", answer.Step));
            }

            var step = steps[at];
            var chosen = Chosen(step, answer);
            taken.Add(at);
            if (step.Kind == StepKind.Result || chosen?.Article is not null)
            {
                end = new ScriptPlace(taken, null, [], step.Result, chosen?.Article);
            }

            at = After(steps, at, chosen);
        }

        return end is not null ? end
            : at >= steps.Count
            ? new ScriptPlace(taken, null, [], null, null)
            : new ScriptPlace(taken, at, Ahead(steps, at), null, null);
    }

    private static Answer? Chosen(Step step, GivenAnswer answer)
    {
        var empty = string.IsNullOrWhiteSpace(answer.Value);
        switch (step.Kind)
        {
            case StepKind.Ask when answer.Answer is { } key:
                return step.Answers.FirstOrDefault(a => a.Key == key)
                    ?? throw new Refusal("knowledge.answer_unknown", RefusalKind.Invalid, ("step", step.Key));
            case StepKind.Ask when !step.CanSkip:
            case StepKind.Fill when empty && step.IsRequired:
                throw new Refusal("knowledge.answer_needed", RefusalKind.Invalid, ("step", step.Key));
            default:
                return null;
        }
    }

    /// <summary>The steps that follow if every question takes its first answer: what the reader is shown as still to come.</summary>
    private static List<int> Ahead(IReadOnlyList<Step> steps, int at)
    {
        var ahead = new List<int>();
        while (at < steps.Count && steps[at].Kind != StepKind.Result)
        {
            var first = steps[at].Kind == StepKind.Ask ? steps[at].Answers.FirstOrDefault(a => a.Article is null) : null;
            at = After(steps, at, first);
            if (at < steps.Count)
            {
                ahead.Add(at);
            }
        }

        return ahead;
    }
}

/// <param name="Step">Key of the step that was answered.</param>
/// <param name="Answer">Key of the chosen answer of a question; null when it was skipped.</param>
/// <param name="Value">What was written into a fill step.</param>
public sealed record GivenAnswer(string Step, string? Answer, string? Value);

/// <summary>Where a reader stands in a script.</summary>
/// <param name="Taken">Indexes of the answered steps, in order.</param>
/// <param name="At">Index of the step to answer next; null at the end.</param>
/// <param name="Ahead">Indexes of the steps that are likely to follow.</param>
/// <param name="Opens">The article an answer led to.</param>
public sealed record ScriptPlace(IReadOnlyList<int> Taken, int? At, IReadOnlyList<int> Ahead, ScriptResult? Result, ArticleId? Opens)
{
    public bool IsOver => At is null;
}
