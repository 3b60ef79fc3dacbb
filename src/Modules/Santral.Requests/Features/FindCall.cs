using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;

namespace Santral.Requests.Features;

/// <summary>Whether a call exists, its unit and who took it: from the contacts, or from the agent's own desk while the call's first facts are still on their way.</summary>
internal sealed class FindCall(RequestsDb db, IDeskCalls desk, ICurrentUser user)
{
    public async Task<CallOfRequest> OrRefuseAsync(CallId call, CancellationToken stop)
    {
        var own = user.Id is { } agent && desk.Of(agent) is { } live && live.CallId == call ? live : null;
        var contact = await db.Interactions.AsNoTracking().Where(i => i.Id == call.Value).Select(i => new { i.Unit, i.TeamId }).SingleOrDefaultAsync(stop);
        return contact is { Unit.Length: > 0 }
            ? new CallOfRequest(contact.Unit, contact.TeamId ?? own?.Team.Id)
            : own is not null ? new CallOfRequest(own.Unit, own.Team.Id) : throw new Refusal("requests.call_unknown", RefusalKind.Invalid);
    }
}

/// <param name="Team">Whose queue the caller was in; null when no agent has taken the call.</param>
internal sealed record CallOfRequest(string Unit, TeamId? Team);
