using Microsoft.EntityFrameworkCore;
using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Contracts.Calls;

namespace Santral.Calls.Jobs;

/// <summary>At a start: calls that were live when the process died are closed at the last instant known of them.</summary>
internal sealed class CloseOpenCalls(CallsDb db) : IPrepare
{
    public int Order => 50;

    public async Task PrepareAsync(CancellationToken stop)
    {
        foreach (var call in await db.Calls.Where(c => c.EndedAt == null).ToListAsync(stop))
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
