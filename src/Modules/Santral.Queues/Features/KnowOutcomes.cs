using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Calls;
using Santral.Queues.Data;

namespace Santral.Queues.Features;

/// <summary>Outcomes for the call log.</summary>
internal sealed class KnowOutcomes(QueuesDb db) : IKnowOutcomes
{
    public async Task<IReadOnlyDictionary<CallId, CallOutcome>> OfAsync(IReadOnlyCollection<CallId> calls, CancellationToken stop)
    {
        var ids = calls.ToList();
        var said = await db.Talks.AsNoTracking().Where(t => ids.Contains(t.CallId) && t.Disposition != null).OrderBy(t => t.AnsweredAt)
            .Select(t => new { t.CallId, t.Disposition }).ToListAsync(stop);
        return said.GroupBy(t => t.CallId).ToDictionary(g => g.Key, g => g.Last().Disposition!.Value);
    }
}
