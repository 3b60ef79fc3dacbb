using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Calls;
using Santral.Contracts.Definitions;
using Santral.Queues.Data;

namespace Santral.Queues.Features;

/// <summary>Outcomes for the call log.</summary>
internal sealed class KnowOutcomes(QueuesDb db, IKnowDefinitions definitions) : IKnowOutcomes
{
    public async Task<IReadOnlyDictionary<CallId, CallSaid>> OfAsync(IReadOnlyCollection<CallId> calls, CancellationToken stop)
    {
        var ids = calls.ToList();
        var said = await db.Talks.AsNoTracking().Where(t => ids.Contains(t.CallId) && t.Disposition != null).OrderBy(t => t.AnsweredAt)
            .Select(t => new { t.CallId, t.Disposition, t.DispositionId }).ToListAsync(stop);
        return said.GroupBy(t => t.CallId).ToDictionary(
            g => g.Key, g => new CallSaid(g.Last().Disposition!.Value, g.Last().DispositionId is { } id ? definitions.Find(id)?.Names : null));
    }
}
