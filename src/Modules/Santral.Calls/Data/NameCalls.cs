using Microsoft.EntityFrameworkCore;
using Santral.Calls.Domain;
using Santral.Contracts.Calls;

namespace Santral.Calls.Data;

/// <summary>Calls and their recordings by when and from where, trunks by name.</summary>
internal sealed class NameCalls(CallsDb db, ICurrentUser user) : INameRecords
{
    public async Task NameAsync(RecordNames names, CancellationToken stop)
    {
        await NameCallsAsync(names, stop);
        var trunks = names.UnnamedAs<TrunkId>();
        foreach (var trunk in await db.Trunks.AsNoTracking().Where(t => trunks.Contains(t.Id)).ToListAsync(stop))
        {
            names.Name(trunk.Id.Value, trunk.Name, user.Has(CallsPermissions.Settings) ? "/calls/trunks" : null);
        }

        var rules = names.Unnamed;
        foreach (var rule in await db.OutboundRules.AsNoTracking().Where(r => rules.Contains(r.Id)).ToListAsync(stop))
        {
            names.Name(rule.Id, rule.Role, user.Has(CallsPermissions.Settings) ? "/calls/outbound" : null);
        }
    }

    // Who may not see the log learns that there was a call, not whose.
    private async Task NameCallsAsync(RecordNames names, CancellationToken stop)
    {
        var recordings = names.UnnamedAs<RecordingId>();
        var callOf = await db.Recordings.AsNoTracking().Where(r => recordings.Contains(r.Id)).ToDictionaryAsync(r => r.Id.Value, r => r.CallId, stop);
        List<CallId> calls = [.. names.UnnamedAs<CallId>(), .. callOf.Values];
        var numbers = await db.Calls.AsNoTracking().Where(c => calls.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.CallingNumber, stop);
        foreach (var (id, call) in numbers.Keys.Select(c => (c.Value, c)).Concat(callOf.Select(r => (r.Key, r.Value))))
        {
            if (user.Has(CallsPermissions.Log))
            {
                names.Name(id, numbers.GetValueOrDefault(call), $"/calls/{call}");
            }
            else
            {
                names.Name(id, null);
            }
        }
    }
}
