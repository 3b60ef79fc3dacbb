namespace Santral.Knowledge.Domain;

/// <summary>That somebody searched the knowledge base, for which request, and how much he found (M-06).</summary>
public sealed class SearchDone
{
    public const int LongestWords = 200;

    // Typing on is one search, not six.
    private static readonly TimeSpan OneSearch = TimeSpan.FromMinutes(2);

    private SearchDone()
    {
    }

    public Guid Id { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>What the same question is counted by.</summary>
    public string Folded { get; private set; } = "";

    public int Found { get; private set; }

    public string? Unit { get; private set; }

    public RequestId? RequestId { get; private set; }

    public UserId? By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static SearchDone Make(Guid id, string words, int found, string? unit, RequestId? request, UserId? by, DateTimeOffset now)
    {
        var search = new SearchDone { Id = id, Unit = unit, RequestId = request, By = by, At = now };
        search.Say(words, found);
        return search;
    }

    /// <summary>Whether new words continue this search: the same person a moment later about the same request.</summary>
    public bool IsContinuedBy(UserId? by, RequestId? request, DateTimeOffset now) => By == by && RequestId == request && now - At < OneSearch;

    public void Say(string words, int found)
    {
        (Words, Found) = (words, found);
        Folded = Kernel.Folded.Of(words);
    }
}
