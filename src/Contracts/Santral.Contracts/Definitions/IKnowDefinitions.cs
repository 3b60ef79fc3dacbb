namespace Santral.Contracts.Definitions;

/// <summary>A row as it stands; inactive ones are no longer offered but still name old records.</summary>
/// <param name="Level">1 for a root.</param>
/// <param name="Names">Never empty: a missing translation shows another language's name.</param>
/// <param name="IsActive">False also below a deactivated parent.</param>
/// <param name="Unit">Its own or its parent's; null when offered in every business unit.</param>
/// <param name="Values">By column; invariant text: `true`, `42`, `#c02020`.</param>
/// <param name="Fields">Its own extra fields and those of its ancestors, outermost first.</param>
public sealed record Definition(
    DefinitionId Id,
    string Table,
    DefinitionId? ParentId,
    int Level,
    string Code,
    Names Names,
    int Order,
    bool IsActive,
    string? Unit,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<FormField> Fields);

/// <summary>Every definition, from memory.</summary>
public interface IKnowDefinitions
{
    Definition? Find(DefinitionId id);

    Definition? FindByCode(string table, string code);

    /// <summary>All rows in the order of the page: parents before their children. Empty for an unknown table.</summary>
    IReadOnlyList<Definition> All(string table);

    /// <summary>From the root to the row; empty when unknown.</summary>
    IReadOnlyList<Definition> PathOf(DefinitionId id);

    /// <summary>The row and everything below it: what a filter by a category means.</summary>
    IReadOnlySet<DefinitionId> Below(DefinitionId id);
}

/// <summary>How many records use each row, asked of every module before a row is deleted: used rows are deactivated instead.</summary>
public interface ICountDefinitionUses
{
    Task<IReadOnlyDictionary<DefinitionId, long>> CountAsync(string table, IReadOnlyCollection<DefinitionId> ids, CancellationToken stop);
}

/// <summary>Told after definitions changed: caches follow.</summary>
[Fact("definitions.changed", 1)]
public sealed record DefinitionsChanged(string Table) : IFact;
