namespace Santral.Contracts.Definitions;

/// <summary>A row as it stands; inactive ones are no longer offered but still name old records.</summary>
/// <param name="Level">1 for a root.</param>
/// <param name="Unit">Null when offered in every business unit.</param>
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

/// <summary>An extra field of the form that chooses the row.</summary>
/// <param name="Code">Stable key under which the record keeps the value.</param>
public sealed record FormField(string Code, Names Names, FormFieldKind Kind, bool IsRequired, IReadOnlyList<FieldChoice> Choices);

public enum FormFieldKind
{
    Text,
    Number,
    Date,
    List,
    YesNo,
    File,
}

public sealed record FieldChoice(string Code, Names Names);

/// <summary>Every definition, from memory.</summary>
public interface IKnowDefinitions
{
    Definition? Find(DefinitionId id);

    Definition? FindByCode(string table, string code);

    /// <summary>All rows in the order of the page: parents before their children.</summary>
    IReadOnlyList<Definition> All(string table);

    /// <summary>From the root to the row; empty when unknown.</summary>
    IReadOnlyList<Definition> PathOf(DefinitionId id);

    /// <summary>The row and everything below it: what a filter by a category means.</summary>
    IReadOnlySet<DefinitionId> Below(DefinitionId id);
}

/// <summary>Choosing a definition, with the refusals that every form needs.</summary>
public static class Choosing
{
    /// <summary>The row, offered today in this unit and from this table; <paramref name="kept"/> is what the record has already, which stays allowed when deactivated.</summary>
    public static Definition? ChooseOrRefuse(this IKnowDefinitions definitions, DefinitionId? id, string table, string? unit, DefinitionId? kept = null)
    {
        if (id is not { } chosen)
        {
            return null;
        }

        var found = definitions.Find(chosen);
        if (found is null || found.Table != table || (found.Unit is { } only && unit is not null && only != unit))
        {
            throw new Refusal("definitions.not_offered", RefusalKind.Invalid, ("table", table));
        }

        return found.IsActive || kept == chosen ? found : throw new Refusal("definitions.deactivated", RefusalKind.Invalid, ("code", found.Code));
    }
}

/// <summary>How many records use each row, asked of every module before a row is deleted: used rows are deactivated instead.</summary>
public interface ICountDefinitionUses
{
    Task<IReadOnlyDictionary<DefinitionId, long>> CountAsync(string table, IReadOnlyCollection<DefinitionId> ids, CancellationToken stop);
}

/// <summary>A prerequisite that is no plain definition table: a process, a switch, a template (P-07).</summary>
public interface IReportReadiness
{
    Task<IReadOnlyList<ReadinessRow>> ReportAsync(CancellationToken stop);
}

/// <param name="Row">`W-D04`.</param>
/// <param name="TextKey">Key of its name.</param>
/// <param name="Path">Where it is defined in the web app: `/processes/request`.</param>
/// <param name="Count">How many are defined; 0 is missing.</param>
/// <param name="WarningKey">Key of what is not complete yet, or null.</param>
public sealed record ReadinessRow(string Row, string TextKey, string Path, int Count, string? WarningKey = null);

/// <summary>Told after definitions changed: caches follow.</summary>
[Fact("definitions.changed", 1)]
public sealed record DefinitionsChanged(string Table) : IFact;

/// <summary>Codes of the tables other modules choose from.</summary>
public static class DefinitionTables
{
    /// <summary>What a contact was about (W-D01): obligatory on every interaction.</summary>
    public const string InteractionCategories = "interaction_categories";

    public const string ContactMethods = "contact_methods";

    /// <summary>Columns `responseMinutes`, `resolutionMinutes`, `colour`, `isDefault`.</summary>
    public const string Priorities = "priorities";

    /// <summary>The complaint tree: category, subcategory, detail (W-D05 … W-D07).</summary>
    public const string RequestCategories = "request_categories";

    public const string ServiceCategories = "service_categories";

    public const string ReturnCategories = "return_categories";

    public const string ReturnRejections = "return_rejections";

    public const string SubscriptionCategories = "subscription_categories";
}
