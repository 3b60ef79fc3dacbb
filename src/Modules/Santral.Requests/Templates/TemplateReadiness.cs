using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;

namespace Santral.Requests.Templates;

/// <summary>Templates as a prerequisite of work (W-D08) on the readiness page.</summary>
internal sealed class TemplateReadiness(RequestsDb db) : IReportReadiness
{
    public async Task<IReadOnlyList<ReadinessRow>> ReportAsync(CancellationToken stop)
    {
        var active = await db.NoteTemplates.AsNoTracking().Where(t => t.IsActive).ToListAsync(stop);
        var isPartly = active.Exists(t => new[] { t.Texts.Tr, t.Texts.Sv, t.Texts.En }.Any(text => text.Length == 0));
        return [new ReadinessRow("W-D08", "templates.title", "/templates", active.Count, isPartly ? "templates.language_missing" : null)];
    }
}

/// <summary>Templates that are offered for a category, and macros that set a category or a priority, keep it from being deleted.</summary>
internal sealed class CountTemplateUses(RequestsDb db) : ICountDefinitionUses
{
    public async Task<IReadOnlyDictionary<DefinitionId, long>> CountAsync(string table, IReadOnlyCollection<DefinitionId> ids, CancellationToken stop)
    {
        if (table is not (DefinitionTables.RequestCategories or DefinitionTables.Priorities))
        {
            return new Dictionary<DefinitionId, long>();
        }

        var scopes = await db.NoteTemplates.AsNoTracking().Where(t => t.CategoryId != null).Select(t => t.CategoryId!.Value).ToListAsync(stop);
        var steps = (await db.Macros.AsNoTracking().ToListAsync(stop)).SelectMany(m => m.Steps).Select(s => s.DefinitionId).OfType<DefinitionId>();
        return scopes.Concat(steps).Where(ids.Contains).CountBy(id => id).ToDictionary(u => u.Key, u => (long)u.Value);
    }
}
