using System.Text.Json;

namespace Santral.Definitions.Domain;

/// <summary>What a line of an import does.</summary>
public enum ImportAct
{
    Added,
    Changed,
    Unchanged,
    Refused,
}

/// <param name="Why">The refusal, for a refused line.</param>
public sealed record ImportedLine(int Line, ImportAct Act, string Code, Names Names, Refusal? Why = null);

/// <summary>
/// Puts a file's lines into a table. A line with a known code changes that row, one without a code finds its row by its name among its siblings;
/// columns the file does not have stay as they are; rows the file does not name stay as they are. The same file twice changes nothing.
/// </summary>
public sealed class TableImport
{
    // More than any table has levels.
    private const int DeepestChain = 20;

    private readonly TableRows _rows;
    private readonly Dictionary<string, int> _columns;
    private readonly List<CsvLine> _lines;
    private readonly Dictionary<string, CsvLine> _byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<CsvLine, ImportedLine> _done = [];

    public TableImport(TableRows rows, string text)
    {
        _rows = rows;
        var lines = CsvText.Read(text.TrimStart('\uFEFF'));
        _lines = [.. lines.Skip(1)];
        if (_lines.Count > TableRows.Most)
        {
            throw new Refusal("definitions.csv_too_many_lines", RefusalKind.Invalid, ("max", TableRows.Most));
        }

        _columns = Header(rows.Table, lines);
    }

    public IReadOnlyList<ImportedLine> Run()
    {
        foreach (var line in _lines.Where(l => Cell(l, TableCsv.Code) is { Length: > 0 }))
        {
            _byCode.TryAdd(Cell(line, TableCsv.Code)!, line);
        }

        foreach (var line in _lines)
        {
            Put(line, []);
        }

        return [.. _lines.Select(l => _done[l])];
    }

    private static Dictionary<string, int> Header(DefinitionTable table, IReadOnlyList<CsvLine> lines)
    {
        var known = TableCsv.Columns(table);
        var columns = new Dictionary<string, int>();
        foreach (var (index, cell) in (lines.Count == 0 ? [] : lines[0].Cells).Index())
        {
            var name = known.FirstOrDefault(k => RowFields.Same(k, cell))
                ?? throw new Refusal("definitions.csv_column_unknown", RefusalKind.Invalid, ("column", cell), ("known", string.Join(", ", known)));
            if (!columns.TryAdd(name, index))
            {
                throw new Refusal("definitions.csv_column_twice", RefusalKind.Invalid, ("column", name));
            }
        }

        return columns.Keys.Any(RowNames.Languages.Contains) || columns.ContainsKey(TableCsv.Code)
            ? columns
            : throw new Refusal("definitions.csv_header_needed", RefusalKind.Invalid, ("known", string.Join(", ", known)));
    }

    /// <param name="waiting">Lines whose parents are being put before them.</param>
    private void Put(CsvLine line, List<CsvLine> waiting)
    {
        if (_done.ContainsKey(line))
        {
            return;
        }

        try
        {
            _done[line] = PutOrRefuse(line, waiting);
        }
        catch (Refusal why)
        {
            _done[line] = new ImportedLine(line.Number, ImportAct.Refused, Cell(line, TableCsv.Code) ?? "", NamesIn(line), why);
        }
    }

    private ImportedLine PutOrRefuse(CsvLine line, List<CsvLine> waiting)
    {
        if (line.Cells.Count > _columns.Count)
        {
            throw new Refusal("definitions.csv_too_many_cells", RefusalKind.Invalid, ("count", line.Cells.Count), ("columns", _columns.Count));
        }

        var code = Cell(line, TableCsv.Code) ?? "";
        if (code.Length > 0 && _byCode[code] != line)
        {
            throw new Refusal("definitions.csv_code_twice", RefusalKind.Invalid, ("code", code));
        }

        var parent = ParentOf(line, waiting);
        var row = code.Length > 0 ? _rows.FindByCode(code) : FindByName(line, parent);
        return row is null ? Add(line, code, parent) : Change(line, row, parent);
    }

    private ImportedLine Add(CsvLine line, string code, DefinitionRow? parent)
    {
        var row = _rows.Add(parent?.Id, code.Length > 0 ? code : null, Content(line, null));
        _rows.Offer(row, IsActive(line, true));
        return new ImportedLine(line.Number, ImportAct.Added, row.Code, row.Names);
    }

    private ImportedLine Change(CsvLine line, DefinitionRow row, DefinitionRow? parent)
    {
        var content = Content(line, row);
        var isMoved = _columns.ContainsKey(TableCsv.Parent) && row.ParentId != parent?.Id;
        var isSwitched = IsActive(line, row.IsActive) != row.IsActive;
        var isRewritten = !row.Says(content);
        if (isMoved)
        {
            _rows.Move(row, parent?.Id, null);
        }

        if (isRewritten)
        {
            _rows.Change(row, content);
        }

        if (isSwitched)
        {
            _rows.Offer(row, !row.IsActive);
        }

        return new ImportedLine(line.Number, isMoved || isRewritten || isSwitched ? ImportAct.Changed : ImportAct.Unchanged, row.Code, row.Names);
    }

    private RowContent Content(CsvLine line, DefinitionRow? row)
    {
        var table = _rows.Table;
        var values = table.Columns.ToDictionary(c => c.Name, c => Cell(line, c.Name) ?? row?.Values.GetValueOrDefault(c.Name));
        return new RowContent(
            RowNames.CleanOrRefuse(new Names(
                Cell(line, "tr") ?? row?.NameTr ?? "", Cell(line, "sv") ?? row?.NameSv ?? "", Cell(line, "en") ?? row?.NameEn ?? "")),
            Cell(line, TableCsv.Unit) is { } unit ? unit.Length == 0 ? null : unit : row?.Unit,
            RowValues.CleanOrRefuse(table, values),
            Cell(line, TableCsv.Fields) is { } fields ? FieldsIn(fields) : row?.Fields ?? []);
    }

    private IReadOnlyList<FormField> FieldsIn(string json)
    {
        if (json.Length == 0)
        {
            return [];
        }

        try
        {
            return RowFields.CleanOrRefuse(_rows.Table, JsonSerializer.Deserialize<List<FieldDraft?>>(json, SantralJson.Options));
        }
        catch (JsonException)
        {
            throw new Refusal("definitions.csv_fields_invalid", RefusalKind.Invalid);
        }
    }

    private bool IsActive(CsvLine line, bool now) => Cell(line, TableCsv.Active)?.ToLowerInvariant() switch
    {
        null => now,
        "" or "true" or "1" => true,
        "false" or "0" => false,
        _ => throw new Refusal("definitions.value_invalid", RefusalKind.Invalid, ("column", TableCsv.Active)),
    };

    /// <summary>The row named as parent; when the file brings it, its line goes first.</summary>
    private DefinitionRow? ParentOf(CsvLine line, List<CsvLine> waiting)
    {
        if (Cell(line, TableCsv.Parent) is not { Length: > 0 } code)
        {
            return null;
        }

        if (_byCode.GetValueOrDefault(code) is { } above && !_done.ContainsKey(above))
        {
            if (above == line || waiting.Contains(above))
            {
                throw new Refusal("definitions.circle", RefusalKind.Invalid);
            }

            // A file in which each line stands below the next would lead deeper than the program's stack.
            if (waiting.Count >= DeepestChain)
            {
                throw new Refusal("definitions.too_deep", RefusalKind.Invalid, ("levels", _rows.Table.Levels));
            }

            Put(above, [.. waiting, line]);
        }

        return _rows.FindByCode(code) ?? throw new Refusal("definitions.parent_unknown", RefusalKind.Invalid);
    }

    private DefinitionRow? FindByName(CsvLine line, DefinitionRow? parent)
    {
        var names = ComparedNames.Of(NamesIn(line));
        return _rows.Children(parent?.Id).FirstOrDefault(r => names.SharesOneWith(r.Compared));
    }

    private Names NamesIn(CsvLine line) => new(Cell(line, "tr") ?? "", Cell(line, "sv") ?? "", Cell(line, "en") ?? "");

    /// <summary>Null when the file does not have the column.</summary>
    private string? Cell(CsvLine line, string column)
        => _columns.TryGetValue(column, out var index) ? index < line.Cells.Count ? line.Cells[index] : "" : null;
}
