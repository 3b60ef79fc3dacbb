namespace Santral.Contracts.Search;

/// <summary>A record as the search box finds and shows it.</summary>
/// <param name="Kind">`request`, `customer`, `article`.</param>
/// <param name="Number">What people dictate: found by its end as well.</param>
/// <param name="Title">Searched first.</param>
/// <param name="Text">Everything else that is searched; only the beginning is shown.</param>
/// <param name="Phones">Found by their ends, however they are written.</param>
/// <param name="Unit">Code of the business unit whose people may find it; null for all.</param>
/// <param name="Path">Where it opens in the web app.</param>
/// <param name="At">Newer ones are shown first.</param>
public sealed record Findable(
    string Kind, Guid Id, string? Number, string Title, string Text, IReadOnlyList<PhoneNumber> Phones, string? Unit, string Path, DateTimeOffset At);

/// <summary>Kinds whose words other modules add to.</summary>
public static class SearchKinds
{
    public const string Request = "request";
}

/// <summary>A record is new, changed or gone: the search asks its module how it stands now.</summary>
[Fact("search.findable_changed", 1)]
public sealed record FindableChanged(string Kind, Guid Id) : IFact;

/// <summary>Tells the search about the records of one kind; implemented by the module that owns them.</summary>
public interface IProvideFindable
{
    string Kind { get; }

    /// <summary>What one must hold to find records of this kind.</summary>
    string Permission { get; }

    /// <summary>
    /// What one must hold to find those of units one does not work for. Null where a unit says only where a record is used, so that who
    /// works for no unit finds it too.
    /// </summary>
    string? AllUnitsPermission => null;

    /// <summary>The records of these ids as they stand now; one that is not among the answers is gone.</summary>
    Task<IReadOnlyList<Findable>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop);

    /// <summary>Every record there is, to build the index anew.</summary>
    IAsyncEnumerable<Guid> AllAsync(CancellationToken stop);
}
