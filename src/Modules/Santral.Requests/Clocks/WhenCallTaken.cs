using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Clocks;
using Santral.Requests.Data;

namespace Santral.Requests.Clocks;

/// <summary>A call that somebody took after it was linked answers its customer too.</summary>
internal sealed class WhenCallTaken(RequestsDb db, IKnowClocks clocks, TimeProvider clock) : IReactTo<CallAnswered>
{
    public async Task ReactAsync(CallAnswered fact, CancellationToken stop)
    {
        var waiting = await db.Requests
            .Where(r => r.Clocks.Response.MetAt == null && db.LinkedCalls.Any(l => l.RequestId == r.Id && l.CallId == fact.CallId))
            .ToListAsync(stop);
        foreach (var request in waiting)
        {
            request.Answered(fact.At);
            request.Reckon(clocks, isDefinition: false, clock.GetUtcNow());
        }
    }
}
