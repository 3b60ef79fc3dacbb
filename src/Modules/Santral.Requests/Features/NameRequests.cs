using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;
using Santral.Requests.Macros;
using Santral.Requests.Templates;

namespace Santral.Requests.Features;

/// <summary>Requests by their number, where the reader sees them; macros, templates and views by name.</summary>
internal sealed class NameRequests(RequestsDb db, Sight sight, ICurrentUser user) : INameRecords
{
    public async Task NameAsync(RecordNames names, CancellationToken stop)
    {
        var ids = names.UnnamedAs<RequestId>();
        var numbers = await db.Requests.AsNoTracking().IgnoreAutoIncludes().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Number }).ToListAsync(stop);
        ids = numbers.ConvertAll(r => r.Id);
        var seen = user.Has(RequestsPermissions.Read)
            ? (await sight.Of(db.Requests.AsNoTracking().IgnoreAutoIncludes()).Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(stop)).ToHashSet()
            : [];
        foreach (var request in numbers)
        {
            if (seen.Contains(request.Id))
            {
                names.Name(request.Id.Value, request.Number, $"/requests/{request.Id}");
            }
            else
            {
                names.Hide(request.Id.Value);
            }
        }

        await NameSettingsAsync(names, stop);
    }

    private async Task NameSettingsAsync(RecordNames names, CancellationToken stop)
    {
        var macros = names.UnnamedAs<MacroId>();
        foreach (var macro in await db.Macros.AsNoTracking().Where(m => macros.Contains(m.Id)).Select(m => new { m.Id, m.Names }).ToListAsync(stop))
        {
            names.Name(macro.Id.Value, macro.Names.In(names.Language), "/macros");
        }

        var templates = names.UnnamedAs<NoteTemplateId>();
        foreach (var template in await db.NoteTemplates.AsNoTracking().Where(t => templates.Contains(t.Id)).Select(t => new { t.Id, t.Names }).ToListAsync(stop))
        {
            names.Name(template.Id.Value, template.Names.In(names.Language), user.Has(RequestsPermissions.Settings) ? "/templates" : null);
        }

        var views = names.UnnamedAs<ViewId>();
        foreach (var view in await db.Views.AsNoTracking().Where(v => views.Contains(v.Id)).Select(v => new { v.Id, v.Names }).ToListAsync(stop))
        {
            names.Name(view.Id.Value, view.Names.In(names.Language));
        }

        var rules = names.Unnamed;
        foreach (var unit in await db.Rules.AsNoTracking().Where(r => rules.Contains(r.Id)).Select(r => r.Id).ToListAsync(stop))
        {
            names.Name(unit, null, user.Has(RequestsPermissions.Settings) ? "/requests/rules" : null);
        }
    }
}
