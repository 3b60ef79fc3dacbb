namespace Santral.Knowledge.Domain;

/// <summary>
/// That somebody opened an article: how long he stayed, whether it helped and, in a script, what was answered and how it ended (I-22).
/// </summary>
public sealed class Reading : Aggregate
{
    public const int LongestValue = 500;

    private Reading()
    {
    }

    public Guid Id { get; private set; }

    public ArticleId ArticleId { get; private set; }

    /// <summary>The version that was read; a script goes on in the version it was begun in.</summary>
    public int Number { get; private set; }

    public RequestId? RequestId { get; private set; }

    /// <summary>The search it was found by.</summary>
    public Guid? SearchId { get; private set; }

    public UserId? By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public int Seconds { get; private set; }

    public bool? Helped { get; private set; }

    public IReadOnlyList<GivenAnswer> Answers { get; private set; } = [];

    /// <summary>Keys of the steps that were shown, answered or not.</summary>
    public IReadOnlyList<string> Seen { get; private set; } = [];

    public ScriptResult? Result { get; private set; }

    public bool IsOver { get; private set; }

    public static Reading Open(Guid id, ArticleVersion version, ArticleKind kind, RequestId? request, Guid? search, UserId? by, DateTimeOffset now) => new()
    {
        Id = id,
        ArticleId = version.ArticleId,
        Number = version.Number,
        RequestId = request,
        SearchId = search,
        By = by,
        At = now,
        IsOver = kind != ArticleKind.Script,
        Seen = version.Content.Steps is [var first, ..] ? [first.Key] : [],
    };

    public ScriptPlace Follow(IReadOnlyList<Step> steps, IReadOnlyList<GivenAnswer> answers, int seconds, bool? helped)
    {
        var clean = answers.Select(a => a with { Value = Value(a.Value) }).ToList();
        var place = Script.Walk(steps, clean);

        // Who was led to a result and said nothing more was led to it all the same.
        var reached = place.At is { } at && steps[at].Kind == StepKind.Result ? steps[at].Result : place.Result;
        (Answers, Seconds, Result, IsOver) = (clean, Math.Max(Seconds, seconds), reached, place.IsOver);
        Seen = [.. place.Taken.Concat(place.At is { } now ? [now] : []).Select(i => steps[i].Key)];
        Helped = helped ?? (reached is { } result ? result == ScriptResult.Solved : Helped);
        return place;
    }

    /// <summary>What a note about it says: each answered step that is to be noted, and how it ended.</summary>
    public string NoteOf(ArticleContent content, ArticleText text)
    {
        var lines = new List<string>();
        foreach (var given in Answers)
        {
            var index = Script.Find(content.Steps, given.Step);
            if (index < 0 || !content.Steps[index].WritesNote)
            {
                continue;
            }

            var said = given.Answer is { } answer ? text.Part($"{given.Step}.{answer}") : given.Value;
            lines.Add(string.IsNullOrEmpty(said) ? text.Part(given.Step) : $"{text.Part(given.Step)} → {said}");
        }

        return lines.Count == 0 ? "" : $"{text.Title}\n{string.Join('\n', lines.Select(l => $"- {l}"))}";
    }

    private static string? Value(string? typed)
        => Typed.Lines(typed) is { Length: > 0 } value
            ? value.Length <= LongestValue ? value : throw new Refusal("knowledge.part_too_long", RefusalKind.Invalid, ("part", "value"), ("max", LongestValue))
            : null;
}
