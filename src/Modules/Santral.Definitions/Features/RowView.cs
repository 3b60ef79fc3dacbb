using Santral.Definitions.Domain;

namespace Santral.Definitions.Features;

/// <summary>A row as those see it who look after the table.</summary>
/// <param name="Names">As stored: a missing translation is empty.</param>
/// <param name="Missing">Languages without a name.</param>
/// <param name="Unit">Its own restriction; see <paramref name="OfferedIn"/>.</param>
/// <param name="OfferedIn">The only unit it is offered in, its own or its parent's; null for all.</param>
/// <param name="IsActive">Its own switch.</param>
/// <param name="IsOffered">Active, and all above it too.</param>
/// <param name="Fields">Its own extra fields, without those of its parents.</param>
public sealed record RowView(
    DefinitionId Id,
    string Table,
    DefinitionId? ParentId,
    int Level,
    string Code,
    Names Names,
    IReadOnlyList<string> Missing,
    string? Unit,
    string? OfferedIn,
    bool IsActive,
    bool IsOffered,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<FormField> Fields,
    int Version)
{
    internal static RowView Of(TableRows table, DefinitionRow row) => new(
        row.Id,
        row.Table,
        row.ParentId,
        table.LevelOf(row),
        row.Code,
        row.Names,
        RowNames.Missing(row.Names),
        row.Unit,
        table.UnitOf(row),
        row.IsActive,
        table.IsOffered(row),
        row.Values,
        row.Fields,
        row.Version);
}
