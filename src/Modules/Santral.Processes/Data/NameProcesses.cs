using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Processes.Domain;

namespace Santral.Processes.Data;

/// <summary>Processes by document and unit, deliveries by the number of their document.</summary>
internal sealed class NameProcesses(ProcessesDb db, IOrganisation organisation, ITexts texts, ICurrentUser user) : INameRecords
{
    public async Task NameAsync(RecordNames names, CancellationToken stop)
    {
        var ids = names.Unnamed;
        foreach (var delivery in await db.Deliveries.AsNoTracking().Where(d => ids.Contains(d.Id) && d.Number != "").Select(d => new { d.Id, d.Number }).ToListAsync(stop))
        {
            names.Name(delivery.Id, delivery.Number, user.Has(ProcessesPermissions.Settings) ? "/processes/deliveries" : null);
        }

        var versions = db.Versions.AsNoTracking().Where(v => ids.Contains(v.Id)).Select(v => new { v.Id, v.Document, v.Unit });
        var drafts = db.Drafts.AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.Document, d.Unit });
        foreach (var process in await versions.Concat(drafts).ToListAsync(stop))
        {
            names.Name(
                process.Id,
                $"{texts.Get(names.Language, $"processes.document.{process.Document}")} · {organisation.Find(process.Unit)?.Names.In(names.Language) ?? process.Unit}",
                user.Has(ProcessesPermissions.Settings) ? $"/processes/{process.Document}/{process.Unit}" : null);
        }
    }
}
