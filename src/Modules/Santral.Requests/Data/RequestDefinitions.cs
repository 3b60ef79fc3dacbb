using Microsoft.EntityFrameworkCore;
using Santral.Requests.Domain;

namespace Santral.Requests.Data;

/// <summary>The shared views a new installation starts with; what an operator removed stays removed. Older installations' values are led to the definitions.</summary>
internal sealed class RequestDefinitions(RequestsDb db, IKnowDefinitions definitions, TimeProvider clock) : IPrepare
{
    // After the definitions have their rows.
    public int Order => 25;

    public async Task PrepareAsync(CancellationToken stop)
    {
        await AdoptMethodsAsync(stop);
        await AdoptPrioritiesAsync(stop);
        if (await db.NumberSeries.AnyAsync(stop) || await db.Views.AnyAsync(stop))
        {
            return;
        }

        AddViews(
            (new Names("Benim", "Mina", "Mine"), "owner=me&stage=open"),
            (new Names("Birimim, açık", "Min enhet, öppna", "My unit, open"), "unit=mine&stage=open"),
            (new Names("Atanmamış", "Ej tilldelade", "Unassigned"), "owner=none&stage=open"),
            (new Names("Müşteri bekleyen", "Väntar på kund", "Waiting"), "stage=waiting"),
            (new Names("İzlediklerim", "Bevakade", "Watched"), "watched=me"),
            (new Names("Geciken", "Försenade", "Overdue"), "due=overdue"),
            (new Names("Bugün dolan", "Förfaller i dag", "Due today"), "due=today"),
            (new Names("Bugün çözülen", "Lösta i dag", "Resolved today"), "resolved=today"),
            (new Names("Yorumlar", "Kommentarer", "Comments"), "kind=comment"));
        await db.SaveChangesAsync(stop);
    }

    private async Task AdoptMethodsAsync(CancellationToken stop)
    {
        foreach (var former in await db.FormerMethods.ToListAsync(stop))
        {
            if (definitions.FindByCode(DefinitionTables.ContactMethods, former.Code) is not { } method)
            {
                continue;
            }

            var (old, now) = (former.Id.ToString(), method.Id.ToString());
            DefinitionId? oldId = DefinitionId.From(former.Id);
            await db.InTransactionAsync(
                async () =>
                {
                    await db.Requests.Where(r => r.ContactMethodId == oldId).ExecuteUpdateAsync(set => set.SetProperty(r => r.ContactMethodId, method.Id), stop);
                    await db.AuditTrail.Where(a => a.Changes.Contains(old))
                        .ExecuteUpdateAsync(set => set.SetProperty(a => a.Changes, a => a.Changes.Replace(old, now)), stop);
                    db.FormerMethods.Remove(former);
                    await db.SaveChangesAsync(stop);
                },
                stop);
        }
    }

    private async Task AdoptPrioritiesAsync(CancellationToken stop)
    {
        foreach (var priority in definitions.All(DefinitionTables.Priorities))
        {
            // As the enumeration before wrote it.
            var former = char.ToUpperInvariant(priority.Code[0]) + priority.Code[1..];
            await db.Requests.Where(r => r.PriorityId == null && EF.Property<string?>(r, "FormerPriority") == former)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.PriorityId, priority.Id), stop);
        }
    }

    private void AddViews(params (Names Names, string Filter)[] views)
        => db.Views.AddRange(views.Select((v, order) => SavedView.Create(Id.New<ViewId>(clock), null, v.Names, v.Filter, isShared: true, order)));
}
