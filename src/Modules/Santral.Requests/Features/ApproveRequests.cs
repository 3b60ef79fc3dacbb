using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Definitions;

namespace Santral.Requests.Features;

/// <summary>
/// Requests that wait for checkers (P-16 … P-19). Who is named as a checker decides on them also where his own unit is another:
/// being named is the right to see what is asked.
/// </summary>
internal sealed class ApproveRequests(RequestsDb db, Sight sight, StageCatalog catalog, ICurrentUser user, TimeProvider clock) : IListApprovals
{
    private const int Most = 1000;

    public string Document => RequestProcesses.Document;

    public async Task<IReadOnlyList<WaitingDocument>> WaitingAsync(CancellationToken stop)
    {
        var requests = await db.Requests.AsNoTracking().Include(r => r.Votes)
            .Where(r => r.StageKind == StageKind.Approval && r.MergedIntoId == null)
            .OrderBy(r => r.StageSince).Take(Most).ToListAsync(stop);
        var ids = requests.ConvertAll(r => r.Id);
        var seen = (await sight.Of(db.Requests.AsNoTracking()).Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(stop)).ToHashSet();
        return [.. requests.Select(r => new WaitingDocument(r.Id.Value, r.Number!, r.Subject, r.Text, $"/requests/{r.Id}", r.Unit, r.StageSince, r.State, r.Version, seen.Contains(r.Id)))];
    }

    public async Task DecideAsync(Guid id, int version, Act act, CancellationToken stop)
    {
        var key = RequestId.From(id);
        var request = await db.Requests.Include(r => r.Votes).Include(r => r.Watchers).Include(r => r.Search).SingleOrDefaultAsync(r => r.Id == key, stop)
            ?? throw new Refusal("requests.unknown", RefusalKind.Unknown);
        var stages = catalog.Of(request.Unit);

        // Whoever has no say learns nothing, not even that it changed.
        if (stages.Process.StandingOf(request.State, stages.People) is not { } standing
            || (standing.Left.All(p => p.Id != user.Id) && standing.Checkers.All(p => p.Id != user.Id) && request.ApprovalRequestedBy != user.Id
                && !(user.Has(RequestsPermissions.Read) && await sight.Of(db.Requests.AsNoTracking()).AnyAsync(r => r.Id == key, stop))))
        {
            throw new Refusal("processes.not_waiting", RefusalKind.Unknown);
        }

        if (request.Version != version)
        {
            throw new Refusal("record.changed_meanwhile", RefusalKind.Stale);
        }

        request.Decide(act, stages, user.Id, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
    }
}
