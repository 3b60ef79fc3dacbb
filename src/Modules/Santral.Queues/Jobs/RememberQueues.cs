using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Calls;
using Santral.Queues.Data;
using Santral.Queues.Domain;
using Santral.Queues.Live;

namespace Santral.Queues.Jobs;

/// <summary>At start: teams, presence, today's figures and the places that the restart cut off come back from the log.</summary>
public sealed class RememberQueues(QueuesDb db, TeamBook book, QueueSet queues, QueueDay day, TimeProvider clock, ServeCallbacks? callbacks = null) : IPrepare
{
    /// <summary>A wait left open longer ago than this belongs to no caller of now.</summary>
    private static readonly TimeSpan PlacesOf = TimeSpan.FromHours(1);

    public int Order => 20;

    public async Task PrepareAsync(CancellationToken stop)
    {
        await book.LoadAsync(db, stop);
        await queues.DoAsync(new QueueInput.TeamsChanged(book.Rules));
        foreach (var row in await db.PresenceLog.AsNoTracking().GroupBy(p => p.Agent).Select(g => g.OrderByDescending(p => p.At).ThenByDescending(p => p.Id).First()).ToListAsync(stop))
        {
            await queues.DoAsync(new QueueInput.PresenceRestored(row.Agent, row.State, row.Reason, row.At));
        }

        await RememberPlacesAsync(stop);
        await RememberTodayAsync(stop);
        await RememberCallbacksAsync(stop);
    }

    private async Task RememberTodayAsync(CancellationToken stop)
    {
        var since = clock.GetUtcNow() - QueueLedger.Keeps;
        foreach (var wait in await db.Waits.AsNoTracking().Where(w => w.JoinedAt > since).OrderBy(w => w.JoinedAt).ToListAsync(stop))
        {
            day.WaitBegan(wait.Id, wait.TeamId, wait.JoinedAt, wait.OverflowedFrom is not null);
            day.WaitOver(wait.Id, wait.End, wait.WaitedFor);
        }

        foreach (var talk in await db.Talks.AsNoTracking().Where(t => t.AnsweredAt > since && !t.IsOwn).OrderBy(t => t.AnsweredAt).ToListAsync(stop))
        {
            day.TalkOver(talk.Id, talk.TeamId, talk.Agent, talk.AnsweredAt, talk.TalkedFor);
            day.WrappedUp(talk.Id, talk.WrappedUpFor ?? TimeSpan.Zero);
        }

        foreach (var offer in await db.Offers.AsNoTracking().Where(o => o.OfferedAt > since).OrderBy(o => o.OfferedAt).ToListAsync(stop))
        {
            day.OfferOver(new OfferRecord(offer.TeamId, offer.Agent, offer.OfferedAt, offer.End));
        }

        foreach (var span in await db.Spans.AsNoTracking().Where(s => s.Until > since).OrderBy(s => s.Until).ToListAsync(stop))
        {
            day.SpanOver(new SpanRecord(span.Agent, span.Presence, span.Reason, span.Activity, span.TeamId, span.From, span.Until));
        }
    }

    /// <summary>Promises stand again with their places; those too old expire at once and say so.</summary>
    private async Task RememberCallbacksAsync(CancellationToken stop)
    {
        foreach (var row in await db.Callbacks.AsNoTracking().Where(c => c.State == CallbackState.Waiting).OrderBy(c => c.PlaceAt).ToListAsync(stop))
        {
            if (row.Number is { } number && book.Find(row.TeamId) is { } team)
            {
                callbacks?.Resume(new Callback(new CallId(row.Id), row.CallId, team, number, row.Language, row.PlaceAt, row.PromisedAt));
            }
        }
    }

    private async Task RememberPlacesAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var wait in await db.Waits.Where(w => w.End == null && w.EndedAt == null).ToListAsync(stop))
        {
            if (wait.CallingNumber is { } number && wait.JoinedAt > now - PlacesOf)
            {
                queues.KeepPlace(number, wait.OverflowedFrom ?? wait.TeamId, wait.PlaceAt);
            }

            // Closed without an end, so that the next restart does not give the place again.
            wait.EndedAt = now;
        }

        // Whatever was being written up when the product stopped is written up.
        foreach (var talk in await db.Talks.Where(t => t.WrappedUpFor == null).ToListAsync(stop))
        {
            talk.WrappedUpFor = TimeSpan.Zero;
        }

        await db.SaveChangesAsync(stop);
    }
}
