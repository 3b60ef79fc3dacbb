namespace Santral.Definitions.Domain;

/// <summary>One definition table: writers take their turn on its row, and it tells that something in it changed.</summary>
public sealed class TableHead : Aggregate
{
    private TableHead()
    {
    }

    public TableHead(Guid id, string code) => (Id, Code) = (id, code);

    /// <summary>Under this identity the trail keeps what concerns the whole table: imports, deleted rows.</summary>
    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    /// <summary>Counted by the statement that locks the row.</summary>
    public long Turns { get; private set; }

    public void TellChanged() => Raise(new DefinitionsChanged(Code));
}

/// <summary>That a starting row was put in place once: when an operator removes it, it stays removed.</summary>
/// <param name="Unit">Empty for a row of all units.</param>
public sealed record SeededRow(string Table, string Code, string Unit);
