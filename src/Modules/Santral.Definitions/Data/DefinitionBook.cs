using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Definitions.Domain;

namespace Santral.Definitions.Data;

/// <summary>Every definition in memory: a form never waits for the table. Read anew after each save, and when told that another process saved.</summary>
public sealed class DefinitionBook(IServiceScopeFactory scopes, DeclaredTables tables) : IKnowDefinitions, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile Snapshot _now = Snapshot.Empty;

    /// <summary>Differs whenever any definition differs; for caches of browsers.</summary>
    public string Mark => _now.Mark;

    public Definition? Find(DefinitionId id) => _now.ById.GetValueOrDefault(id);

    public Definition? FindByCode(string table, string code) => _now.ByCode.GetValueOrDefault((table, code));

    public IReadOnlyList<Definition> All(string table) => _now.ByTable.GetValueOrDefault(table) ?? [];

    public IReadOnlyList<Definition> PathOf(DefinitionId id)
    {
        var now = _now;
        var path = new List<Definition>();
        for (DefinitionId? at = id; at is { } step && now.ById.TryGetValue(step, out var row); at = row.ParentId)
        {
            path.Insert(0, row);
        }

        return path;
    }

    public IReadOnlySet<DefinitionId> Below(DefinitionId id)
    {
        var now = _now;
        var below = new HashSet<DefinitionId> { id };
        if (now.ById.TryGetValue(id, out var root))
        {
            // Parents stand before their children, so one pass finds all.
            foreach (var row in now.ByTable[root.Table].Where(r => r.ParentId is { } parent && below.Contains(parent)))
            {
                below.Add(row.Id);
            }
        }

        return below;
    }

    public async Task ReadAsync(CancellationToken stop)
    {
        // One reading at a time: an older one must not replace a newer one.
        await _turn.WaitAsync(stop);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DefinitionsDb>();
            var rows = await db.Rows.AsNoTracking().ToListAsync(stop);
            _now = Snapshot.Of(tables, rows);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private sealed record Snapshot(
        string Mark,
        IReadOnlyDictionary<DefinitionId, Definition> ById,
        IReadOnlyDictionary<(string Table, string Code), Definition> ByCode,
        IReadOnlyDictionary<string, IReadOnlyList<Definition>> ByTable)
    {
        public static Snapshot Empty { get; } = Of(new DeclaredTables([]), []);

        public static Snapshot Of(DeclaredTables tables, List<DefinitionRow> rows)
        {
            var byTable = rows.GroupBy(r => r.Table).Where(g => tables.Find(g.Key) is not null)
                .ToDictionary(g => g.Key, g => InOrder(tables.Find(g.Key)!, g));
            var all = byTable.Values.SelectMany(r => r).ToList();
            return new Snapshot(MarkOf(rows), all.ToDictionary(r => r.Id), all.ToDictionary(r => (r.Table, r.Code)), byTable);
        }

        private static IReadOnlyList<Definition> InOrder(DefinitionTable table, IEnumerable<DefinitionRow> rows)
        {
            var all = new TableRows(table, rows, _ => true, () => default);
            return [.. all.InOrder.Select((row, order) => new Definition(
                row.Id,
                row.Table,
                row.ParentId,
                all.LevelOf(row),
                row.Code,
                RowNames.Filled(row.Names),
                order,
                all.IsOffered(row),
                all.UnitOf(row),
                row.Values,
                [.. all.Ancestors(row).Reverse().Append(row).SelectMany(r => r.Fields).Select(Shown)]))];
        }

        private static FormField Shown(FormField field) => field with
        {
            Names = RowNames.Filled(field.Names),
            Choices = [.. field.Choices.Select(c => c with { Names = RowNames.Filled(c.Names) })],
        };

        private static string MarkOf(List<DefinitionRow> rows)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var row in rows.OrderBy(r => r.Id.Value))
            {
                hash.AppendData(row.Id.Value.ToByteArray());
                hash.AppendData(BitConverter.GetBytes(row.Version));
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
        }
    }
}
