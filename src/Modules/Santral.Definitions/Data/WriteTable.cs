using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Definitions.Domain;

namespace Santral.Definitions.Data;

/// <summary>One act on one table: writers take turns, everything is checked against the whole table, and memory follows the save.</summary>
internal sealed class WriteTable(DefinitionsDb db, DefinitionBook book, DeclaredTables tables, IOrganisation organisation, TimeProvider clock)
{
    /// <param name="act">Returns false when nothing is to be saved.</param>
    public async Task RunAsync(string code, Func<TableRows, Task<bool>> act, CancellationToken stop)
    {
        var table = tables.FindOrRefuse(code);
        var isSaved = false;
        await db.InTransactionAsync(
            async () =>
            {
                // The row's lock lasts to the commit: two names at once cannot both be the first.
                await db.Heads.Where(h => h.Code == code).ExecuteUpdateAsync(h => h.SetProperty(r => r.Turns, r => r.Turns + 1), stop);
                var head = await db.Heads.SingleAsync(h => h.Code == code, stop);
                var rows = new TableRows(
                    table,
                    await db.Rows.Where(r => r.Table == code).ToListAsync(stop),
                    unit => organisation.Find(unit) is not null,
                    () => Id.New<DefinitionId>(clock));
                if (!await act(rows))
                {
                    return;
                }

                db.Rows.AddRange(rows.Added);
                db.Rows.RemoveRange(rows.Removed);
                foreach (var removed in rows.Removed)
                {
                    db.WriteAct(nameof(TableHead), head.Id, "row_deleted", new { removed.Code, removed.NameTr, removed.NameSv, removed.NameEn });
                }

                if (db.ChangeTracker.HasChanges())
                {
                    head.TellChanged();
                    await db.SaveChangesAsync(stop);
                    isSaved = true;
                }
            },
            stop);
        if (isSaved)
        {
            await book.ReadAsync(stop);
        }
    }

    /// <summary>One act on one row, as the person saw it: when it changed meanwhile, the answer is the row as it is now and nothing is saved.</summary>
    public async Task<WrittenRow> OnRowAsync(DefinitionId id, int version, Func<TableRows, DefinitionRow, Task> act, CancellationToken stop)
    {
        var code = await db.Rows.AsNoTracking().Where(r => r.Id == id).Select(r => r.Table).SingleOrDefaultAsync(stop) ?? throw Unknown();
        DefinitionRow? row = null;
        TableRows? table = null;
        var isStale = false;
        await RunAsync(
            code,
            async rows =>
            {
                table = rows;
                row = rows.Find(id) ?? throw Unknown();
                isStale = row.Version != version;
                if (!isStale)
                {
                    await act(rows, row);
                }

                return !isStale;
            },
            stop);
        return new WrittenRow(table!, row!, isStale);
    }

    private static Refusal Unknown() => new("definitions.row_unknown", RefusalKind.Unknown);
}

/// <param name="IsStale">It was changed meanwhile: nothing was saved.</param>
internal sealed record WrittenRow(TableRows Table, DefinitionRow Row, bool IsStale);
