namespace Santral.Contracts.Definitions;

/// <summary>
/// A table an operator fills before work can begin (D7). A module declares it as a singleton; screen, rules, CSV, history and readiness come by themselves.
/// Its name for people is the text `definitions.table.(code)`.
/// </summary>
/// <param name="Code">Stable: `request_categories`.</param>
/// <param name="Group">Heading on the definitions page, the text `definitions.group.(group)`: `call_centre`, `service`, `warranty`, `supply`.</param>
/// <param name="Levels">1 for a list, 3 for a tree of three levels.</param>
/// <param name="Rows">The requirement rows it satisfies, one for each level: `W-D05`, `W-D06`, `W-D07`.</param>
public sealed record DefinitionTable(string Code, string Group, int Order, int Levels, IReadOnlyList<string> Rows)
{
    /// <summary>What a row says besides names, code and order.</summary>
    public IReadOnlyList<DefinitionColumn> Columns { get; init; } = [];

    /// <summary>Whether each row may carry extra fields of the form that chooses it; children inherit them.</summary>
    public bool CarriesFields { get; init; }

    /// <summary>Rows a new installation starts with; what an operator removes stays removed.</summary>
    public IReadOnlyList<StartingDefinition> StartsWith { get; init; } = [];
}

/// <param name="Name">Key in <see cref="Definition.Values"/>; its text is `definitions.column.(table).(name)`.</param>
/// <param name="Choices">For <see cref="DefinitionColumnKind.Choice"/>: codes, with texts `definitions.choice.(table).(name).(code)`.</param>
public sealed record DefinitionColumn(string Name, DefinitionColumnKind Kind, bool IsRequired = false, IReadOnlyList<string>? Choices = null)
{
    /// <summary>For <see cref="DefinitionColumnKind.YesNo"/>: at most one row of the table says yes (the default one); a new one takes it over.</summary>
    public bool IsExclusive { get; init; }
}

/// <summary>What a column holds.</summary>
public enum DefinitionColumnKind
{
    Text,
    Number,
    YesNo,
    Colour,
    Choice,
}

/// <summary>A row a new installation, or a unit made later, starts with.</summary>
/// <param name="Parent">Code of the parent row in the same table; it stands before its children.</param>
/// <param name="Unit">Code of the only business unit it is offered in; null for all; <see cref="OtherUnits"/> for a copy in each unit no other row names.</param>
/// <param name="Fields">Extra fields of the form that chooses it.</param>
public sealed record StartingDefinition(
    string Code,
    Names Names,
    string? Parent = null,
    string? Unit = null,
    IReadOnlyDictionary<string, string>? Values = null,
    IReadOnlyList<FormField>? Fields = null)
{
    public const string OtherUnits = "*";
}
