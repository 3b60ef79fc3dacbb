using Santral.Definitions.Domain;

namespace Santral.Definitions.Features;

/// <summary>What a person enters in a row, on adding and on changing.</summary>
public static class RowRequest
{
    internal static RowContent ContentOf(
        DefinitionTable table,
        Names? names,
        string? unit,
        IReadOnlyDictionary<string, string?>? values,
        IReadOnlyList<FieldDraft?>? fields)
        => new(
            RowNames.CleanOrRefuse(names),
            Typed.Line(unit),
            RowValues.CleanOrRefuse(table, values),
            RowFields.CleanOrRefuse(table, fields));
}
