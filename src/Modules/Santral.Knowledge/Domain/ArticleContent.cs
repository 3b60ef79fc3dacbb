namespace Santral.Knowledge.Domain;

/// <summary>
/// Everything of an article that is drafted, published and kept in its history together: where it is offered, its steps or
/// its target, and its texts by language.
/// </summary>
/// <param name="Phone">E.164, of a number to read out.</param>
/// <param name="Url">Absolute http or https address.</param>
/// <param name="Target">The article it leads to.</param>
/// <param name="Texts">By language: `tr`, `sv`, `en`.</param>
public sealed record ArticleContent(
    ArticleScope Scope,
    string? Phone,
    string? Url,
    ArticleId? Target,
    IReadOnlyList<Step> Steps,
    IReadOnlyDictionary<string, ArticleText> Texts)
{
    public static ArticleContent Empty { get; } = new(ArticleScope.Everywhere, null, null, null, [], new Dictionary<string, ArticleText>());

    /// <summary>The articles it leads to, by itself or by an answer.</summary>
    public IReadOnlyList<ArticleId> LeadsTo()
        => [.. Steps.SelectMany(s => s.Answers).Select(a => a.Article).Append(Target).OfType<ArticleId>().Distinct()];

    /// <summary>The text in a language, or openly in another one: the asked language, then the first one, then any that has a title.</summary>
    public (string Language, ArticleText Text) Read(string language, string mainLanguage)
    {
        foreach (var candidate in new[] { language, mainLanguage }.Concat(Texts.Keys.Order(StringComparer.Ordinal)))
        {
            if (Texts.TryGetValue(candidate, out var text) && text.Title.Length > 0)
            {
                return (candidate, text);
            }
        }

        return (mainLanguage, ArticleText.Empty);
    }
}

/// <summary>Where and for whom an article is offered.</summary>
/// <param name="Units">Codes of business units; empty is every unit.</param>
/// <param name="Categories">Request categories, each with everything below it; empty is every category.</param>
/// <param name="OpensByItself">Whether a script opens when one of its categories is chosen, instead of being suggested only.</param>
/// <param name="Teams">Teams whose callers get it suggested.</param>
/// <param name="From">Before this instant nobody but its writers sees it.</param>
/// <param name="Until">From this instant on nobody but its writers sees it.</param>
public sealed record ArticleScope(
    IReadOnlyList<string> Units,
    IReadOnlyList<DefinitionId> Categories,
    bool OpensByItself,
    IReadOnlyList<TeamId> Teams,
    Audience Audience,
    DateTimeOffset? From,
    DateTimeOffset? Until)
{
    public static ArticleScope Everywhere { get; } = new([], [], false, [], Audience.Agents, null, null);

    public bool IsOpenAt(DateTimeOffset now) => (From is null || From <= now) && (Until is null || now < Until);

    public bool IsFor(string? unit) => unit is null || Units.Count == 0 || Units.Contains(unit);
}

/// <summary>An article's words in one language.</summary>
/// <param name="Body">HTML of the small safe set that <see cref="SafeHtml"/> lets through.</param>
/// <param name="Keywords">Words people search it by that stand nowhere in it.</param>
/// <param name="Steps">By the key of a step (`s2`) or of a step's answer (`s2.a1`).</param>
/// <param name="Basis">For each part the mark of the first language's words it was translated from; what differs is out of date.</param>
public sealed record ArticleText(
    string Title,
    string Body,
    string Keywords,
    IReadOnlyDictionary<string, string> Steps,
    IReadOnlyDictionary<string, string> Basis)
{
    public static ArticleText Empty { get; } = new("", "", "", new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>All parts by name: `title`, `body`, steps and answers.</summary>
    public IEnumerable<KeyValuePair<string, string>> AllParts() => [new("title", Title), new("body", Body), .. Steps];

    public string Part(string name) => name switch
    {
        "title" => Title,
        "body" => Body,
        _ => Steps.GetValueOrDefault(name, ""),
    };
}

/// <summary>A step of a script. Its words are in the texts, under its key.</summary>
/// <param name="Key">Stays when steps are moved: `s2`.</param>
/// <param name="Next">Key of the step that follows; null for the one below.</param>
/// <param name="Field">Of a fill step: `subject`, `text`, `note`, or a field code of the chosen category.</param>
/// <param name="WritesNote">Whether what was answered goes into the note.</param>
public sealed record Step(
    string Key,
    StepKind Kind,
    string? Next,
    IReadOnlyList<Answer> Answers,
    string? Field,
    bool IsRequired,
    bool CanSkip,
    bool WritesNote,
    ScriptResult? Result);

/// <param name="Next">Key of the step it leads to; null for the one below.</param>
/// <param name="Article">The article it leads to instead.</param>
public sealed record Answer(string Key, string? Next, ArticleId? Article);
