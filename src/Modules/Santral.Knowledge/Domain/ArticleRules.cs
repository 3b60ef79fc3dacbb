namespace Santral.Knowledge.Domain;

/// <summary>Makes what a writer sent fit to be kept, or refuses it: lengths, addresses, keys of steps, hostile HTML.</summary>
public static class ArticleRules
{
    public const int LongestTitle = 160;
    public const int LongestKeywords = 400;
    public const int LongestStep = 800;
    public const int LongestAnswer = 120;
    public const int MostSteps = 60;

    /// <summary>One digit answers a question.</summary>
    public const int MostAnswers = 9;

    private const int MostPlaces = 100;

    public static ArticleContent Clean(ArticleContent sent, string region)
    {
        if (!IsWhole(sent))
        {
            throw new Refusal("knowledge.article_incomplete", RefusalKind.Invalid);
        }

        var steps = Steps(sent.Steps);
        var keys = steps.SelectMany(s => s.Answers.Select(a => $"{s.Key}.{a.Key}").Prepend(s.Key)).ToHashSet();
        return sent with
        {
            Scope = Scope(sent.Scope),
            Phone = Phone(sent.Phone, region),
            Url = string.IsNullOrWhiteSpace(sent.Url) ? null : WebAddress.ReadOrRefuse(sent.Url),
            Steps = steps,
            Texts = sent.Texts.OrderBy(t => t.Key, StringComparer.Ordinal).ToDictionary(t => Language(t.Key), t => Text(t.Value, keys)),
        };
    }

    public static string Language(string? language)
        => language is not null && Translation.Languages.Contains(language)
            ? language
            : throw new Refusal("knowledge.language_unknown", RefusalKind.Invalid, ("language", Cut(language)));

    /// <summary>What a program sent may lack any part, whatever the types say.</summary>
    private static bool IsWhole(ArticleContent? sent)
        => sent is { Scope: { Units: not null, Categories: not null, Teams: not null }, Steps: not null, Texts: not null }
            && sent.Scope.Units.All(u => u is not null)
            && sent.Steps.All(s => s is { Key: not null, Answers: not null } && s.Answers.All(a => a is not null))
            && sent.Texts.Values.All(t => t is { Steps: not null });

    private static ArticleScope Scope(ArticleScope scope)
    {
        if (scope.Units.Count > MostPlaces || scope.Categories.Count > MostPlaces || scope.Teams.Count > MostPlaces)
        {
            throw new Refusal("knowledge.too_many_places", RefusalKind.Invalid, ("max", MostPlaces));
        }

        return scope.From is { } from && scope.Until is { } until && until <= from
            ? throw new Refusal("knowledge.until_before_from", RefusalKind.Invalid)
            : scope with { Units = [.. scope.Units.Distinct()], Categories = [.. scope.Categories.Distinct()], Teams = [.. scope.Teams.Distinct()] };
    }

    private static string? Phone(string? typed, string region)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        return PhoneNumber.TryRead(typed, region, out var number)
            ? number.Value
            : throw new Refusal("knowledge.phone_not_a_number", RefusalKind.Invalid);
    }

    private static List<Step> Steps(IReadOnlyList<Step> steps)
    {
        if (steps.Count > MostSteps)
        {
            throw new Refusal("knowledge.too_many_steps", RefusalKind.Invalid, ("max", MostSteps));
        }

        if (steps.Any(s => s.Answers.Count > MostAnswers))
        {
            throw new Refusal("knowledge.too_many_answers", RefusalKind.Invalid, ("max", MostAnswers));
        }

        var fits = steps.All(s => IsKey(s.Key) && (s.Next is null || IsKey(s.Next)) && s.Answers.All(a => IsKey(a.Key) && (a.Next is null || IsKey(a.Next))))
            && steps.Select(s => s.Key).Distinct().Count() == steps.Count
            && steps.All(s => s.Answers.Select(a => a.Key).Distinct().Count() == s.Answers.Count);
        if (!fits)
        {
            throw new Refusal("knowledge.step_key_wrong", RefusalKind.Invalid);
        }

        return [.. steps.Select(Fitting)];
    }

    /// <summary>Only what its kind has.</summary>
    private static Step Fitting(Step step) => step with
    {
        Answers = step.Kind == StepKind.Ask ? step.Answers : [],
        Field = step.Kind == StepKind.Fill ? Field(step.Field) : null,
        IsRequired = step.Kind == StepKind.Fill && step.IsRequired,
        CanSkip = step.Kind == StepKind.Ask && step.CanSkip,
        Result = step.Kind == StepKind.Result ? step.Result : null,
        Next = step.Kind == StepKind.Result ? null : step.Next,
    };

    private static string? Field(string? field)
        => Typed.Line(field) is not { } code ? null
            : code.Length <= 60 && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or ':' or '.') ? code
            : throw new Refusal("knowledge.field_unknown", RefusalKind.Invalid);

    private static ArticleText Text(ArticleText text, HashSet<string> keys)
    {
        var title = Fit(Typed.Line(text.Title) ?? "", LongestTitle, "title");
        var words = Fit(Typed.Line(text.Keywords) ?? "", LongestKeywords, "keywords");
        var steps = text.Steps.Where(s => keys.Contains(s.Key))
            .Select(s => KeyValuePair.Create(s.Key, Fit(Typed.Lines(s.Value), s.Key.Contains('.') ? LongestAnswer : LongestStep, s.Key)))
            .Where(s => s.Value.Length > 0)
            .OrderBy(s => s.Key, StringComparer.Ordinal);
        return new ArticleText(title, SafeHtml.Of(text.Body), words, steps.ToDictionary(), new Dictionary<string, string>());
    }

    private static string Fit(string text, int max, string part)
        => text.Length <= max ? text : throw new Refusal("knowledge.part_too_long", RefusalKind.Invalid, ("part", part), ("max", max));

    private static bool IsKey(string? key) => key is { Length: > 0 and <= 20 } && key.All(char.IsAsciiLetterOrDigit);

    private static string? Cut(string? text) => text is { Length: > 20 } ? text[..20] : text;
}
