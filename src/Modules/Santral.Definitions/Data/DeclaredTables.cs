namespace Santral.Definitions.Data;

/// <summary>The tables that the modules of this installation declare.</summary>
public sealed class DeclaredTables
{
    private readonly Dictionary<string, DefinitionTable> _byCode;

    public DeclaredTables(IEnumerable<DefinitionTable> tables)
    {
        _byCode = tables.ToDictionary(t => t.Code);
        All = [.. _byCode.Values.OrderBy(t => t.Order).ThenBy(t => t.Code, StringComparer.Ordinal)];
    }

    public IReadOnlyList<DefinitionTable> All { get; }

    public DefinitionTable? Find(string code) => _byCode.GetValueOrDefault(code);

    public DefinitionTable FindOrRefuse(string code) => Find(code) ?? throw new Refusal("definitions.table_unknown", RefusalKind.Unknown, ("table", code));
}
