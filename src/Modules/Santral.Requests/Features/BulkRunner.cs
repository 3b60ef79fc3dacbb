using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>Runs an act on many requests, one save each, and remembers what it replaced.</summary>
internal sealed class BulkRunner(RequestsDb db, ReadRequest read, BulkSteps steps, ITexts texts, ICurrentUser user, TimeProvider clock)
{
    private const int MostTries = 3;

    public async Task<ChangeMany.Response> RunAsync(IReadOnlyList<RequestId> ids, ChangeMany.Act act, CancellationToken stop)
    {
        steps.RefuseWithoutRight(act.Kind);
        List<BulkStep> done = [];
        List<ChangeMany.Row> rows = [];
        foreach (var id in ids)
        {
            rows.Add(await OneAsync(
                id,
                async request =>
                {
                    var before = await steps.DoAsync(request, act, stop);
                    await db.SaveChangesAsync(stop);
                    done.Add(new BulkStep(id, request.Version, before));
                },
                stop));
        }

        if (done.Count == 0)
        {
            return new ChangeMany.Response(null, rows);
        }

        var now = clock.GetUtcNow();
        var kept = new BulkAct(Guid.CreateVersion7(now), act.Kind, done, user.IdOrRefuse(), now);
        db.BulkActs.Add(kept);
        await db.SaveChangesAsync(stop);
        return new ChangeMany.Response(kept.Id, rows);
    }

    public async Task<ChangeMany.Response> UndoAsync(Guid id, CancellationToken stop)
    {
        var me = user.IdOrRefuse();
        var act = await db.BulkActs.SingleOrDefaultAsync(a => a.Id == id && a.By == me, stop)
            ?? throw new Refusal("requests.bulk_unknown", RefusalKind.Unknown);
        if (act.UndoneAt is not null)
        {
            throw new Refusal("requests.bulk_undone");
        }

        steps.RefuseWithoutRight(act.Kind);
        act.Undo(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        List<ChangeMany.Row> rows = [];
        foreach (var step in act.Steps)
        {
            rows.Add(await OneAsync(
                step.RequestId,
                async request =>
                {
                    if (request.Version != step.Version)
                    {
                        throw new Refusal("record.changed_meanwhile", RefusalKind.Stale);
                    }

                    await steps.TakeBackAsync(request, act.Kind, step.Before, stop);
                    await db.SaveChangesAsync(stop);
                },
                stop));
        }

        return new ChangeMany.Response(null, rows);
    }

    private async Task<ChangeMany.Row> OneAsync(RequestId id, Func<Request, Task> change, CancellationToken stop)
    {
        var row = await TryAsync(id, change, stop);
        for (var attempt = 1; row is null && attempt < MostTries; attempt++)
        {
            row = await TryAsync(id, change, stop);
        }

        return row ?? new ChangeMany.Row(id, null, StaleSave.Code, texts.Get(user.Language, $"refusal.{StaleSave.Code}"));
    }

    /// <summary>Null when somebody else wrote the same (a tag) at the same moment: what is left to do is then another thing.</summary>
    private async Task<ChangeMany.Row?> TryAsync(RequestId id, Func<Request, Task> change, CancellationToken stop)
    {
        string? number = null;
        try
        {
            var request = await read.LoadAsync(id, stop);
            number = request.Number;
            await change(request);
            return new ChangeMany.Row(id, number, null, null);
        }
        catch (Refusal refusal)
        {
            return new ChangeMany.Row(id, number, refusal.Code, texts.Get(user.Language, $"refusal.{refusal.Code}", refusal.Args));
        }
        catch (DbUpdateException)
        {
            return null;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
