namespace Santral.Kernel;

/// <summary>
/// What the records of a module are called now, and where they are shown: asked of every module by pages that show records of all. One scoped
/// implementation for each module with records that people know by a name.
/// </summary>
public interface INameRecords
{
    /// <summary>Names the records that are its own, and hides those whose reader may not see them.</summary>
    Task NameAsync(RecordNames names, CancellationToken stop);
}

/// <summary>Identities looking for their names.</summary>
public sealed class RecordNames(IEnumerable<Guid> asked, string language)
{
    private readonly HashSet<Guid> _asked = [.. asked];
    private readonly Dictionary<Guid, RecordName> _named = [];

    /// <summary>`tr`, `sv` or `en`.</summary>
    public string Language { get; } = language;

    /// <summary>Those that nobody has named yet.</summary>
    public IReadOnlyList<Guid> Unnamed => [.. _asked.Where(id => !_named.ContainsKey(id))];

    public RecordName? Find(Guid id) => _named.GetValueOrDefault(id);

    public List<TId> UnnamedAs<TId>()
        where TId : struct, IId<TId>
        => [.. Unnamed.Select(TId.From)];

    /// <param name="page">Path of the page where it is shown: `/requests/…`.</param>
    public void Name(Guid id, string? name, string? page = null) => _named[id] = new RecordName(string.IsNullOrEmpty(name) ? null : name, page, false);

    public void Hide(Guid id) => _named[id] = new RecordName(null, null, true);
}

/// <param name="Name">Null for what has none.</param>
/// <param name="IsHidden">The reader may know that it exists, not what it says.</param>
public sealed record RecordName(string? Name, string? Page, bool IsHidden);
