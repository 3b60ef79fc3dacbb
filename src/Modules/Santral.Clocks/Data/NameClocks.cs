using Microsoft.EntityFrameworkCore;
using Santral.Clocks.Domain;

namespace Santral.Clocks.Data;

/// <summary>Calendars by their name; a target has none.</summary>
internal sealed class NameClocks(ClocksDb db, ICurrentUser user) : INameRecords
{
    public async Task NameAsync(RecordNames names, CancellationToken stop)
    {
        var page = user.Has(ClocksPermissions.Settings);
        var calendars = names.UnnamedAs<CalendarId>();
        foreach (var calendar in await db.Calendars.AsNoTracking().Where(c => calendars.Contains(c.Id)).ToListAsync(stop))
        {
            names.Name(calendar.Id.Value, calendar.Names.In(names.Language), page ? "/clocks/calendars" : null);
        }

        var targets = names.UnnamedAs<TargetId>();
        foreach (var target in await db.Targets.AsNoTracking().Where(t => targets.Contains(t.Id)).Select(t => t.Id).ToListAsync(stop))
        {
            names.Name(target.Value, null, page ? "/clocks/targets" : null);
        }
    }
}
