using Microsoft.EntityFrameworkCore;
using Santral.Ivr.Data;
using Santral.Ivr.Domain;
using Santral.Ivr.Flows;

namespace Santral.Ivr.Jobs;

/// <summary>The demo's three flows with their numbers.</summary>
public sealed class SeedFlows(IvrDb db, FlowLibrary flows, TimeProvider clock) : ISeedDemo
{
    public int Order => 20;

    public async Task SeedAsync(CancellationToken stop)
    {
        var known = await db.Flows.Select(f => f.Code).ToListAsync(stop);
        foreach (var document in DemoFlows.Documents)
        {
            var flow = Flow.Read(document, out var problem) ?? throw new InvalidOperationException(problem);
            if (!known.Contains(flow.Code))
            {
                db.Flows.Add(new FlowRevision
                {
                    Id = Id.New<FlowId>(clock),
                    Code = flow.Code,
                    Revision = 1,
                    Document = document,
                    PublishedAt = clock.GetUtcNow(),
                });
            }
        }

        await db.SaveChangesAsync(stop);
        await flows.LoadAsync(db, stop);
    }
}
