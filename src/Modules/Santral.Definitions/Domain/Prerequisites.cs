namespace Santral.Definitions.Domain;

/// <summary>How far a prerequisite is.</summary>
public enum ReadinessState
{
    Ready,

    /// <summary>There, but not complete.</summary>
    Warning,
    Missing,

    /// <summary>What it is for is not part of this installation yet.</summary>
    Later,
}

/// <param name="Row">`W-D05`; its name is the text <paramref name="TextKey"/>.</param>
/// <param name="Path">Where it is defined; null when there is no such place yet.</param>
/// <param name="Count">How many are defined.</param>
/// <param name="WarningKey">Text of what is not complete; it may name <paramref name="WarningCount"/> as `count`.</param>
public sealed record Prerequisite(
    string Row, string TextKey, ReadinessState State, string? Path, int Count, string? WarningKey = null, int WarningCount = 0);

/// <summary>The prerequisites of the call and service processes (seed 000, W-D01 … W-D23) and how far each is.</summary>
public static class Prerequisites
{
    private static readonly string[] Rows = [.. Enumerable.Range(1, 23).Select(n => $"W-D{n:00}")];

    public static IReadOnlyList<Prerequisite> Of(IReadOnlyList<TableRows> tables, IReadOnlyList<ReadinessRow> reports, IReadOnlyList<string> units)
    {
        var known = tables.SelectMany(t => OfTable(t, units)).Concat(reports.Select(OfReport)).DistinctBy(p => p.Row).ToDictionary(p => p.Row);
        return [.. Rows.Select(row => known.GetValueOrDefault(row) ?? new Prerequisite(row, TextOf(row), ReadinessState.Later, null, 0))];
    }

    private static IEnumerable<Prerequisite> OfTable(TableRows table, IReadOnlyList<string> units)
    {
        var offered = table.InOrder.Where(table.IsOffered).ToLookup(table.LevelOf);
        foreach (var (index, row) in table.Table.Rows.Index())
        {
            var level = offered[index + 1].ToList();
            var (key, count) = level.Count == 0 ? (null, 0) : Warning(table, level, index == 0 ? units : []);
            var state = level.Count == 0 ? ReadinessState.Missing : key is null ? ReadinessState.Ready : ReadinessState.Warning;
            yield return new Prerequisite(row, TextOf(row), state, $"/definitions/{table.Table.Code}", level.Count, key, count);
        }
    }

    private static (string? Key, int Count) Warning(TableRows table, List<DefinitionRow> rows, IReadOnlyList<string> units)
    {
        var unitsWithout = units.Count(u => !rows.Exists(r => table.UnitOf(r) is not { } only || only == u));
        var unnamed = rows.Count(r => RowNames.Missing(r.Names).Count > 0);
        var hasNoDefault = table.Table.Columns.Any(c => c.IsExclusive && !rows.Exists(r => r.Values.GetValueOrDefault(c.Name) == "true"));
        return unitsWithout > 0 ? ("definitions.ready.units_without", unitsWithout)
            : hasNoDefault ? ("definitions.ready.no_default", 0)
            : unnamed > 0 ? ("definitions.ready.names_missing", unnamed)
            : (null, 0);
    }

    private static Prerequisite OfReport(ReadinessRow report) => new(
        report.Row,
        report.TextKey,
        report.Count == 0 ? ReadinessState.Missing : report.WarningKey is null ? ReadinessState.Ready : ReadinessState.Warning,
        report.Path,
        report.Count,
        report.WarningKey);

    private static string TextOf(string row) => $"definitions.ready.{row}";
}
