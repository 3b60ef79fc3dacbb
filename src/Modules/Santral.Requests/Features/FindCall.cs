using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;

namespace Santral.Requests.Features;

/// <summary>Whether a call exists, and its unit: from the contacts, or from the agent's own desk while the call's first fact is still on its way.</summary>
internal sealed class FindCall(RequestsDb db, IDeskCalls desk, ICurrentUser user)
{
    public async Task<string> UnitOrRefuseAsync(CallId call, CancellationToken stop)
    {
        var unit = await db.Interactions.AsNoTracking().Where(i => i.Id == call.Value).Select(i => i.Unit).SingleOrDefaultAsync(stop);
        if (!string.IsNullOrEmpty(unit))
        {
            return unit;
        }

        return user.Id is { } agent && desk.Of(agent) is { } own && own.CallId == call
            ? own.Unit
            : throw new Refusal("requests.call_unknown", RefusalKind.Invalid);
    }
}
