using System.Text.Json;

namespace Santral.Definitions.Domain;

/// <summary>One row of a definition table as an operator keeps it: names in three languages (a missing one is empty), a code that never changes, its place.</summary>
public sealed class DefinitionRow : Aggregate, IAudited
{
    public const int LongestName = 120;
    public const int LongestCode = 40;

    /// <summary>Orders stand apart, so that moving one row changes one row.</summary>
    public const int Gap = 1024;

    private ComparedNames? _compared;

    private DefinitionRow()
    {
    }

    public DefinitionId Id { get; private set; }

    public string Table { get; private set; } = "";

    public DefinitionId? ParentId { get; private set; }

    public string Code { get; private set; } = "";

    public string NameTr { get; private set; } = "";

    public string NameSv { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public int Order { get; private set; }

    public bool IsActive { get; private set; } = true;

    /// <summary>Null when offered in every unit, or where its parent is.</summary>
    public string? Unit { get; private set; }

    /// <summary>JSON of <see cref="Values"/>; a plain column, because the audit trail writes columns.</summary>
    public string ValuesJson { get; private set; } = "{}";

    /// <summary>JSON of <see cref="Fields"/>.</summary>
    public string FieldsJson { get; private set; } = "[]";

    public Guid AuditId => Id.Value;

    public Names Names => new(NameTr, NameSv, NameEn);

    public IReadOnlyDictionary<string, string> Values => JsonSerializer.Deserialize<Dictionary<string, string>>(ValuesJson, SantralJson.Options)!;

    public IReadOnlyList<FormField> Fields => JsonSerializer.Deserialize<List<FormField>>(FieldsJson, SantralJson.Options)!;

    internal ComparedNames Compared => _compared ??= ComparedNames.Of(Names);

    public static DefinitionRow Create(DefinitionId id, string table, string code, DefinitionId? parent, int order, RowContent content)
    {
        var row = new DefinitionRow { Id = id, Table = table, Code = code };
        row.Place(parent, order);
        row.Take(content);
        return row;
    }

    internal void Take(RowContent content)
    {
        (NameTr, NameSv, NameEn) = (content.Names.Tr, content.Names.Sv, content.Names.En);
        _compared = null;
        Unit = content.Unit;
        ValuesJson = Json(content.Values);
        FieldsJson = Json(content.Fields);
    }

    internal bool Says(RowContent content)
        => Names == content.Names && Unit == content.Unit && ValuesJson == Json(content.Values) && FieldsJson == Json(content.Fields);

    internal void Place(DefinitionId? parent, int order) => (ParentId, Order) = (parent, order);

    internal void Offer(bool isActive) => IsActive = isActive;

    internal void LeaveValue(string column)
    {
        var values = new Dictionary<string, string>(Values);
        values.Remove(column);
        ValuesJson = Json(values);
    }

    private static string Json(IReadOnlyDictionary<string, string> values)
        => JsonSerializer.Serialize(values.OrderBy(v => v.Key, StringComparer.Ordinal).ToDictionary(), SantralJson.Options);

    private static string Json(IReadOnlyList<FormField> fields) => JsonSerializer.Serialize(fields, SantralJson.Options);
}

/// <summary>What a row says, checked and cleaned.</summary>
/// <param name="Unit">The only unit it is offered in.</param>
/// <param name="Values">By column; invariant text.</param>
/// <param name="Fields">Extra fields of the form that chooses it.</param>
public sealed record RowContent(Names Names, string? Unit, IReadOnlyDictionary<string, string> Values, IReadOnlyList<FormField> Fields);
