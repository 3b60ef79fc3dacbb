namespace Santral.Requests.Features;

/// <summary>Names of chosen definitions, from memory; a row that is gone is shown by nothing.</summary>
internal sealed class NameDefinitions(IKnowDefinitions definitions)
{
    public DefinitionName? One(DefinitionId? id) => id is { } known && definitions.Find(known) is { } row ? Of(row) : null;

    public ChosenCategory? Category(DefinitionId? id)
        => id is { } known && definitions.PathOf(known) is { Count: > 0 } path ? new ChosenCategory(known, [.. path.Select(Of)]) : null;

    public IReadOnlyList<FormField> FieldsOf(DefinitionId? category) => category is { } known ? definitions.Find(known)?.Fields ?? [] : [];

    /// <summary>In words: `Ürün Hatası › Arızalı Ürün`.</summary>
    public string? InWords(DefinitionId id, string language)
        => definitions.PathOf(id) is { Count: > 0 } path ? string.Join(" › ", path.Select(d => d.Names.In(language))) : null;

    /// <summary>The priority a new request of the unit begins with.</summary>
    public DefinitionId? DefaultPriority(string unit)
    {
        var offered = definitions.All(DefinitionTables.Priorities).Where(p => p.IsActive && (p.Unit is null || p.Unit == unit)).ToList();
        return (offered.Find(p => p.Values.GetValueOrDefault("isDefault") == "true") ?? offered.Find(p => p.Code == "normal"))?.Id;
    }

    /// <summary>The telephone among the operator's own methods; null when he no longer offers it.</summary>
    public DefinitionId? MethodOfCalls(string unit)
        => definitions.FindByCode(DefinitionTables.ContactMethods, "phone") is { IsActive: true } phone && (phone.Unit is null || phone.Unit == unit) ? phone.Id : null;

    public static DefinitionName Of(Definition row) => new(row.Id, row.Code, row.Names, row.Values.GetValueOrDefault("colour"));
}
