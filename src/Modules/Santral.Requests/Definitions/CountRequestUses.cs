using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;

namespace Santral.Requests.Definitions;

/// <summary>Requests and contacts that have a category, priority or contact method keep it from being deleted (D7).</summary>
internal sealed class CountRequestUses(RequestsDb db) : ICountDefinitionUses
{
    public async Task<IReadOnlyDictionary<DefinitionId, long>> CountAsync(string table, IReadOnlyCollection<DefinitionId> ids, CancellationToken stop)
    {
        IQueryable<DefinitionId?>[] columns = table switch
        {
            DefinitionTables.RequestCategories => [db.Requests.Select(r => r.CategoryId)],
            DefinitionTables.Priorities => [db.Requests.Select(r => r.PriorityId)],
            DefinitionTables.ContactMethods => [db.Requests.Select(r => r.ContactMethodId), db.Interactions.Select(i => i.MethodId)],
            DefinitionTables.InteractionCategories => [db.Interactions.Select(i => i.CategoryId)],
            _ => [],
        };
        var asked = ids.Select(i => (DefinitionId?)i).ToList();
        var uses = new Dictionary<DefinitionId, long>();
        foreach (var column in columns)
        {
            var counts = await column.Where(id => asked.Contains(id)).GroupBy(id => id).Select(g => new { Id = g.Key, Count = g.LongCount() }).ToListAsync(stop);
            foreach (var found in counts)
            {
                uses[found.Id!.Value] = uses.GetValueOrDefault(found.Id.Value) + found.Count;
            }
        }

        return uses;
    }
}
