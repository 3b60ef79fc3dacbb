using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Queues;
using Santral.Queues.Data;
using Santral.Queues.Domain;
using Santral.Queues.Live;

namespace Santral.Queues.Features;

/// <summary>Reads the queues' log for reports, line by line: a quarter of a year is never in memory.</summary>
public sealed class ReportReader(QueuesDb db, QueueLog log)
{
    /// <summary>The log is written behind the callers' backs: what has been noted so far is in it.</summary>
    internal Task FlushAsync(CancellationToken stop) => log.FlushAsync(stop);

    internal async IAsyncEnumerable<WaitRecord> WaitsAsync(TeamId team, DateTimeOffset from, DateTimeOffset until, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var lines = db.Waits.AsNoTracking().Where(w => w.TeamId == team && w.JoinedAt >= from && w.JoinedAt < until)
            .Select(w => new { w.JoinedAt, w.End, w.EndedAt, w.WaitedFor, w.OverflowedFrom });
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(stop))
        {
            yield return new WaitRecord(team, line.JoinedAt, line.End, line.EndedAt is not null, line.WaitedFor, line.OverflowedFrom is not null);
        }
    }

    internal async IAsyncEnumerable<TalkRecord> TalksAsync(TeamId team, DateTimeOffset from, DateTimeOffset until, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var lines = db.Talks.AsNoTracking().Where(t => t.TeamId == team && !t.IsOwn && t.AnsweredAt >= from && t.AnsweredAt < until)
            .Select(t => new { t.Agent, t.AnsweredAt, t.TalkedFor, t.WrappedUpFor });
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(stop))
        {
            yield return new TalkRecord(team, line.Agent, line.AnsweredAt, line.TalkedFor, line.WrappedUpFor);
        }
    }

    internal async IAsyncEnumerable<OfferRecord> OffersAsync(TeamId team, DateTimeOffset from, DateTimeOffset until, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var lines = db.Offers.AsNoTracking().Where(o => o.TeamId == team && o.OfferedAt >= from && o.OfferedAt < until)
            .Select(o => new { o.Agent, o.OfferedAt, o.End });
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(stop))
        {
            yield return new OfferRecord(team, line.Agent, line.OfferedAt, line.End);
        }
    }

    /// <summary>Stretches that touch the interval, of all agents.</summary>
    internal async IAsyncEnumerable<SpanRecord> SpansAsync(DateTimeOffset from, DateTimeOffset until, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var line in db.Spans.AsNoTracking().Where(s => s.Until > from && s.From < until).AsAsyncEnumerable().WithCancellation(stop))
        {
            yield return new SpanRecord(line.Agent, line.Presence, line.Reason, line.Activity, line.TeamId, line.From, line.Until);
        }
    }
}
