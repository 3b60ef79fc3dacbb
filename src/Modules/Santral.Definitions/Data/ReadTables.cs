using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Definitions.Domain;

namespace Santral.Definitions.Data;

/// <summary>Tables as they are stored, for those who look after them.</summary>
internal sealed class ReadTables(DefinitionsDb db, DeclaredTables tables, IOrganisation organisation, TimeProvider clock)
{
    public async Task<IReadOnlyList<TableRows>> AllAsync(CancellationToken stop)
    {
        var rows = (await db.Rows.AsNoTracking().ToListAsync(stop)).ToLookup(r => r.Table);
        return [.. tables.All.Select(t => Of(t, rows[t.Code]))];
    }

    /// <summary>A copy on which acts can be tried.</summary>
    public async Task<TableRows> OneAsync(string code, CancellationToken stop)
        => Of(tables.FindOrRefuse(code), await db.Rows.AsNoTracking().Where(r => r.Table == code).ToListAsync(stop));

    private TableRows Of(DefinitionTable table, IEnumerable<DefinitionRow> rows)
        => new(table, rows, unit => organisation.Find(unit) is not null, () => Id.New<DefinitionId>(clock));
}
