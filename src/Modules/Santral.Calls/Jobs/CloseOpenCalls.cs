using Microsoft.EntityFrameworkCore;
using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Calls.Live;
using Santral.Contracts.Calls;

namespace Santral.Calls.Jobs;

/// <summary>
/// At a start: calls that were live when this process died are closed at the last instant known of them. Those of another process on the same
/// database live on; what has been open for a day belongs to one that will never come back.
/// </summary>
internal sealed class CloseOpenCalls(CallsDb db, NodeName node, TimeProvider clock) : IPrepare
{
    private static readonly TimeSpan LongerThanAnyCall = TimeSpan.FromDays(1);

    public int Order => 50;

    public async Task PrepareAsync(CancellationToken stop)
    {
        var own = node.Name;
        var before = clock.GetUtcNow() - LongerThanAnyCall;
        var open = db.Calls.Where(c => c.EndedAt == null && (c.Node == null || c.Node == own || c.ArrivedAt < before));
        foreach (var call in await open.ToListAsync(stop))
        {
            var events = await db.Events.AsNoTracking().Where(e => e.CallId == call.Id).OrderBy(e => e.Sequence).ToListAsync(stop);
            var last = events.Count > 0 ? events[^1].At : call.ArrivedAt;
            var path = events.Select(e => e.Step).OfType<MenuStep>().ToList();
            var queuedAt = events.Find(e => e.Kind == CallEventKind.Queued)?.At;
            call.End(
                CallEndReason.Restarted,
                path,
                queuedAt is { } since ? last - since : TimeSpan.Zero,
                call.ConnectedAt is { } connected ? last - connected : TimeSpan.Zero,
                last);
            db.Events.Add(new CallEvent { CallId = call.Id, At = last, Kind = CallEventKind.Ended });
        }

        await db.SaveChangesAsync(stop);
    }
}
