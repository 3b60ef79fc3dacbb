using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Queues.Data;

/// <summary>Teams by their name.</summary>
internal sealed class NameTeams(QueuesDb db, ICurrentUser user) : INameRecords
{
    public async Task NameAsync(RecordNames names, CancellationToken stop)
    {
        var ids = names.UnnamedAs<TeamId>();
        foreach (var team in await db.Teams.AsNoTracking().IgnoreAutoIncludes().Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Names }).ToListAsync(stop))
        {
            names.Name(team.Id.Value, team.Names.In(names.Language), user.Has(QueuesPermissions.Settings) ? "/queues/teams" : null);
        }
    }
}
