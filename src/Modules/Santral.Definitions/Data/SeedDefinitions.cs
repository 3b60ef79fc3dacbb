using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Definitions.Domain;

namespace Santral.Definitions.Data;

/// <summary>Puts the starting rows of every declared table in place, each once: what an operator removed or renamed stays so.</summary>
internal sealed class SeedDefinitions(
    DefinitionsDb db, DefinitionBook book, DeclaredTables tables, IOrganisation organisation, TimeProvider clock) : IPrepare, ISeedDemo
{
    /// <summary>After the organisation is in memory, before anyone who looks a definition up.</summary>
    int IPrepare.Order => 10;

    int ISeedDemo.Order => 20;

    public async Task PrepareAsync(CancellationToken stop)
    {
        foreach (var table in tables.All)
        {
            await SeedAsync(table, stop);
        }

        await db.SaveChangesAsync(stop);
        await book.ReadAsync(stop);
    }

    Task ISeedDemo.SeedAsync(CancellationToken stop) => PrepareAsync(stop);

    private async Task SeedAsync(DefinitionTable table, CancellationToken stop)
    {
        if (!await db.Heads.AnyAsync(h => h.Code == table.Code, stop))
        {
            db.Heads.Add(new TableHead(Guid.CreateVersion7(clock.GetUtcNow()), table.Code));
        }

        var seeded = (await db.Seeded.Where(s => s.Table == table.Code).ToListAsync(stop)).ToHashSet();
        var wanted = Wanted(table).Where(w => !seeded.Contains(new SeededRow(table.Code, w.Row.Code, w.Unit ?? ""))).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var rows = new TableRows(
            table, await db.Rows.Where(r => r.Table == table.Code).ToListAsync(stop), _ => true, () => Id.New<DefinitionId>(clock));
        foreach (var (row, unit) in wanted)
        {
            Put(rows, row, unit);
            db.Seeded.Add(new SeededRow(table.Code, row.Code, unit ?? ""));
        }

        db.Rows.AddRange(rows.Added);
    }

    private IEnumerable<(StartingDefinition Row, string? Unit)> Wanted(DefinitionTable table)
    {
        var named = table.StartsWith.Select(s => s.Unit).ToHashSet();
        var others = organisation.Units.Where(u => !named.Contains(u.Code)).Select(u => u.Code).ToList();
        return table.StartsWith.SelectMany(row => row.Unit switch
        {
            null => [(row, null)],
            StartingDefinition.OtherUnits => others.Select(u => (row, (string?)u)),
            { } unit => organisation.Find(unit) is null ? [] : new[] { (row, (string?)unit) },
        });
    }

    /// <summary>A row that no longer fits (its parent was removed, its name or code given away) is left out: the operator has decided.</summary>
    private static void Put(TableRows rows, StartingDefinition row, string? unit)
    {
        var isCopy = row.Unit == StartingDefinition.OtherUnits;
        var parent = row.Parent is null ? null : (isCopy ? rows.FindByCode(CopyCode(row.Parent, unit!)) : null) ?? rows.FindByCode(row.Parent);
        if (row.Parent is not null && parent is null)
        {
            return;
        }

        try
        {
            rows.Add(
                parent?.Id,
                isCopy ? CopyCode(row.Code, unit!) : row.Code,
                new RowContent(row.Names, parent is null ? unit : null, row.Values ?? new Dictionary<string, string>(), row.Fields ?? []));
        }
        catch (Refusal)
        {
            // Said above.
        }
    }

    private static string CopyCode(string code, string unit)
    {
        var copy = $"{unit}_{code}";
        return copy[..Math.Min(copy.Length, DefinitionRow.LongestCode)];
    }
}
