using System.Text.Json;

namespace Santral.Definitions.Domain;

/// <summary>A table as a file: one line a row, parents before their children, columns named in the first line.</summary>
public static class TableCsv
{
    public const string Code = "code";
    public const string Parent = "parent";
    public const string Unit = "unit";
    public const string Active = "active";
    public const string Fields = "fields";

    public static IReadOnlyList<string> Columns(DefinitionTable table) =>
    [
        Code, .. table.Levels > 1 ? [Parent] : Array.Empty<string>(), .. RowNames.Languages, Unit, Active,
        .. table.Columns.Select(c => c.Name), .. table.CarriesFields ? [Fields] : Array.Empty<string>(),
    ];

    public static string Write(TableRows rows)
    {
        var columns = Columns(rows.Table);
        return CsvText.Write(rows.InOrder.Select(row => (IReadOnlyList<string>)[.. columns.Select(c => Cell(rows, row, c))]).Prepend(columns));
    }

    private static string Cell(TableRows rows, DefinitionRow row, string column) => column switch
    {
        Code => row.Code,
        Parent => row.ParentId is { } parent ? rows.Find(parent)!.Code : "",
        "tr" => row.NameTr,
        "sv" => row.NameSv,
        "en" => row.NameEn,
        Unit => row.Unit ?? "",
        Active => row.IsActive ? "true" : "false",
        Fields => row.Fields.Count == 0 ? "" : JsonSerializer.Serialize(row.Fields, SantralJson.Options),
        _ => row.Values.GetValueOrDefault(column) ?? "",
    };
}
