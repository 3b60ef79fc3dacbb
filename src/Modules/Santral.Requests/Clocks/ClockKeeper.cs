using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Clocks;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Clocks;

/// <summary>
/// Computes what is due in the save that changes it: whatever wrote the priority, the team, a stage or an answer, no save can forget it.
/// </summary>
public sealed class ClockKeeper(IKnowClocks clocks, ClockBell bell, TimeProvider clock)
{
    internal async Task FollowAsync(RequestsDb db, CancellationToken stop)
    {
        db.ChangeTracker.DetectChanges();
        var changed = db.ChangeTracker.Entries<Request>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified)
            .Select(e => e.Entity)
            .ToHashSet();
        await HearAnswersAsync(db, changed, stop);
        var now = clock.GetUtcNow();
        foreach (var request in changed)
        {
            request.Reckon(clocks, isDefinition: false, now);
        }

        // Also when the save fails: looking once too often costs one query.
        if (changed.Min(r => r.Clocks.AlarmAt) is { } next)
        {
            bell.RingBy(next);
        }
    }

    /// <summary>A note the customer sees answers him, and so does a call somebody took. What was answered by itself is no answer of anybody.</summary>
    private static async Task HearAnswersAsync(RequestsDb db, HashSet<Request> changed, CancellationToken stop)
    {
        foreach (var note in Added<Note>(db).Where(n => n is { CustomerSees: true, By: not null }).OrderBy(n => n.At))
        {
            if (Find(note.RequestId) is { } request)
            {
                request.Answered(note.At);
                changed.Add(request);
            }
        }

        foreach (var link in Added<LinkedCall>(db))
        {
            if (Find(link.RequestId) is { } request
                && await db.Interactions.FindAsync([link.CallId.Value], stop) is { } contact
                && contact.SpokenAt() is { } at)
            {
                request.Answered(at);
                changed.Add(request);
            }
        }

        Request? Find(RequestId id) => db.Requests.Local.FirstOrDefault(r => r.Id == id);
    }

    private static List<T> Added<T>(RequestsDb db)
        where T : class
        => [.. db.ChangeTracker.Entries<T>().Where(e => e.State is EntityState.Added).Select(e => e.Entity)];
}

/// <summary>When somebody spoke with the customer.</summary>
internal static class SpokenContact
{
    public static DateTimeOffset? SpokenAt(this Interaction contact)
        => contact.AnsweredAt ?? (contact.AgentId is null ? null : contact.StartedAt + contact.Waited);
}
