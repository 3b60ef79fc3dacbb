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

    /// <summary>The same as a condition on `d`.</summary>
    /// <param name="listed">The place of each value, with commas between.</param>
    public string Sql(Func<IReadOnlyList<string>, string> listed)
    {
        var either = new List<string>();
        if (Everywhere.Count > 0)
        {
            either.Add($"d.\"Kind\" IN ({listed(Everywhere)})");
        }

        if (InUnits.Count > 0)
        {
            var own = Units.Count > 0 ? $" OR d.\"Unit\" IN ({listed(Units)})" : "";
            either.Add($"(d.\"Kind\" IN ({listed(InUnits)}) AND (d.\"Unit\" IS NULL{own}))");
        }

        return $"({string.Join(" OR ", either)})";
    }
}
