using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;

namespace Santral.Requests.Reactions;

/// <summary>The call is over: the contact is complete, and the requests it was about show it.</summary>
internal sealed class WhenCallEnded(RequestsDb db) : IReactTo<CallEnded>
{
    public async Task ReactAsync(CallEnded fact, CancellationToken stop)
    {
        var contact = await db.ContactAsync(fact.CallId, fact.ArrivedAt, stop);
        var requests = await db.LinkedCalls.Where(l => l.CallId == fact.CallId)
            .Join(db.Requests, l => l.RequestId, r => r.Id, (_, r) => new { r.Id, r.Number })
            .ToListAsync(stop);
        contact.Ended(fact, requests.Select(r => (r.Id, r.Number!)));
    }
}
