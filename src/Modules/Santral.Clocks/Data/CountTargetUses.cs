using Microsoft.EntityFrameworkCore;

namespace Santral.Clocks.Data;

/// <summary>Priorities and categories that targets name are in use: they are deactivated, not deleted.</summary>
internal sealed class CountTargetUses(ClocksDb db) : ICountDefinitionUses
{
    public async Task<IReadOnlyDictionary<DefinitionId, long>> CountAsync(string table, IReadOnlyCollection<DefinitionId> ids, CancellationToken stop)
    {
        if (table is not (DefinitionTables.Priorities or DefinitionTables.RequestCategories))
        {
            return new Dictionary<DefinitionId, long>();
        }

        var scopes = await db.Targets.AsNoTracking().Select(t => new { t.PriorityId, t.CategoryId }).ToListAsync(stop);
        var asked = ids.ToHashSet();
        return scopes
            .Select(s => table == DefinitionTables.Priorities ? s.PriorityId : s.CategoryId)
            .OfType<DefinitionId>()
            .Where(asked.Contains)
            .CountBy(id => id)
            .ToDictionary(c => c.Key, c => (long)c.Value);
    }
}
