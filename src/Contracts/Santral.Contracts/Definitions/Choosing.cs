namespace Santral.Contracts.Definitions;

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
