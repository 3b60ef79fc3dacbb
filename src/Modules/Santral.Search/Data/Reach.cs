using Santral.Search.Domain;

namespace Santral.Search.Data;

/// <summary>How far a person's search reaches.</summary>
/// <param name="Everywhere">Kinds of which he finds the records of every unit.</param>
/// <param name="InUnits">Kinds of which he finds those of his units, and those of none.</param>
internal sealed record Reach(IReadOnlyList<string> Everywhere, IReadOnlyList<string> InUnits, IReadOnlyList<string> Units)
{
    public bool IsNothing => Everywhere.Count + InUnits.Count == 0;

    public IQueryable<SearchDocument> Of(IQueryable<SearchDocument> documents)
        => documents.Where(d => Everywhere.Contains(d.Kind) || (InUnits.Contains(d.Kind) && (d.Unit == null || Units.Contains(d.Unit))));

    /// <summary>One of these stands among the words of whatever is within it.</summary>
    public IReadOnlyList<string> Marks
        => [.. Everywhere.Select(k => SearchDocument.MarkOf(k)), .. InUnits.SelectMany(k => Units.Prepend("").Select(u => SearchDocument.MarkOf(k, u)))];
}
