using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Requests.Domain;

namespace Santral.Requests.Data;

/// <summary>The stages of each unit. A unit made after the start (first-run guide, demo) gets its trade's stages when they are first asked for.</summary>
internal sealed class StageCatalog(RequestsDb db, IOrganisation organisation)
{
    public async Task<UnitStages> OfAsync(string unit, CancellationToken stop)
    {
        var stages = await db.Stages.AsNoTracking().Where(s => s.Unit == unit).ToListAsync(stop);
        if (stages.Count > 0)
        {
            return new UnitStages(stages);
        }

        await AddMissingAsync(stop);
        return new UnitStages(await db.Stages.AsNoTracking().Where(s => s.Unit == unit).ToListAsync(stop));
    }

    public async Task<IReadOnlyList<Stage>> AllAsync(CancellationToken stop)
    {
        await AddMissingAsync(stop);
        return await db.Stages.AsNoTracking().OrderBy(s => s.Unit).ThenBy(s => s.Order).ToListAsync(stop);
    }

    private async Task AddMissingAsync(CancellationToken stop)
    {
        var known = await db.Stages.AsNoTracking().Select(s => s.Unit).Distinct().ToListAsync(stop);
        var missing = organisation.Units.Select(u => u.Code).Except(known).SelectMany(StageTemplates.For).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        try
        {
            db.Stages.AddRange(missing);
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Two first requests at once: the other one put them there.
        }

        db.ChangeTracker.Clear();
    }
}
