using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Definitions;

namespace Santral.Requests.Reactions;

/// <summary>Requests whose stage is gone go where the publisher said; those whose stage means something else now take the new meaning.</summary>
internal sealed class WhenProcessPublished(RequestsDb db, StageCatalog catalog, TimeProvider clock) : IReactTo<ProcessPublished>
{
    private const int AtOnce = 200;

    public async Task ReactAsync(ProcessPublished fact, CancellationToken stop)
    {
        if (fact.Document != RequestProcesses.Document)
        {
            return;
        }

        var stages = catalog.Of(fact.Unit);
        foreach (var (from, code) in fact.Moves)
        {
            // A version published since then may have moved them again; its own news follows.
            if (stages.Find(code) is { } to)
            {
                await MoveAllAsync(fact.Unit, from, to, stages, stop);
            }
        }
    }

    private async Task MoveAllAsync(string unit, string from, Stage to, Domain.UnitStages stages, CancellationToken stop)
    {
        while (true)
        {
            var requests = await db.Requests.Include(r => r.Votes).Include(r => r.Watchers)
                .Where(r => r.Unit == unit && r.StageCode == from && (r.StageCode != to.Code || r.StageKind != to.Kind))
                .OrderBy(r => r.Id).Take(AtOnce).ToListAsync(stop);
            if (requests.Count == 0)
            {
                return;
            }

            requests.ForEach(r => r.FollowProcess(to, stages, clock.GetUtcNow()));
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
    }
}
