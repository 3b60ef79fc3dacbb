using Microsoft.EntityFrameworkCore;
using Santral.Queues.Data;
using Santral.Queues.Domain;
using Santral.Queues.Live;

namespace Santral.Queues.Jobs;

/// <summary>At start: teams, presence, today's figures and the places that the restart cut off come back from the log.</summary>
public sealed class RememberQueues(QueuesDb db, TeamBook book, QueueSet queues, QueueDay day, TimeProvider clock) : IPrepare
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

        await RememberTodayAsync(stop);
        await RememberPlacesAsync(stop);
    }

    private async Task RememberTodayAsync(CancellationToken stop)
    {
        // Two days cover today in every time zone.
        var since = clock.GetUtcNow() - TimeSpan.FromDays(2);
        foreach (var wait in await db.Waits.AsNoTracking().Where(w => w.JoinedAt > since && w.End != null).OrderBy(w => w.EndedAt).ToListAsync(stop))
        {
            day.WaitOver(wait.TeamId, wait.End!.Value, wait.WaitedFor, wait.EndedAt!.Value);
        }

        foreach (var talk in await db.Talks.AsNoTracking().Where(t => t.AnsweredAt > since).OrderBy(t => t.EndedAt).ToListAsync(stop))
        {
            day.TalkOver(talk.Agent, talk.TeamId, talk.TalkedFor, talk.EndedAt);
        }
    }

    private async Task RememberPlacesAsync(CancellationToken stop)
    {
        var since = clock.GetUtcNow() - PlacesOf;
        foreach (var wait in await db.Waits.Where(w => w.End == null && w.EndedAt == null && w.JoinedAt > since).ToListAsync(stop))
        {
            if (wait.CallingNumber is { } number)
            {
                queues.KeepPlace(number, wait.TeamId, wait.PlaceAt);
            }

            // Closed without an end, so that the next restart does not give the place again.
            wait.EndedAt = clock.GetUtcNow();
        }

        await db.SaveChangesAsync(stop);
    }
}
