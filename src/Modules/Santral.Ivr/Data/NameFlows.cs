using Microsoft.EntityFrameworkCore;
using Santral.Ivr.Domain;

namespace Santral.Ivr.Data;

/// <summary>Flows by the name of their newest version, announcements by their key.</summary>
internal sealed class NameFlows(IvrDb db, ICurrentUser user) : INameRecords
{
    public async Task NameAsync(RecordNames names, CancellationToken stop)
    {
        var page = user.Has(IvrPermissions.Read);
        var revisions = names.UnnamedAs<FlowId>();
        foreach (var flow in await db.Flows.AsNoTracking().Where(f => revisions.Contains(f.Id)).Select(f => new { f.Id, f.Code, f.Revision }).ToListAsync(stop))
        {
            names.Name(flow.Id.Value, $"{flow.Code} {flow.Revision}", page ? $"/ivr/{flow.Code}" : null);
        }

        var rest = names.Unnamed;
        foreach (var draft in await db.Drafts.AsNoTracking().Where(d => rest.Contains(d.Id)).Select(d => new { d.Id, d.Code }).ToListAsync(stop))
        {
            names.Name(draft.Id, draft.Code, page ? $"/ivr/{draft.Code}" : null);
        }

        foreach (var prompt in await db.Prompts.AsNoTracking().Where(p => rest.Contains(p.Id)).Select(p => new { p.Id, p.Key, p.Language }).ToListAsync(stop))
        {
            names.Name(prompt.Id, $"{prompt.Key} ({prompt.Language})");
        }
    }
}
