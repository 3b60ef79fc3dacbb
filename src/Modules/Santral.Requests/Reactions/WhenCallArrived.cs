using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Reactions;

/// <summary>Every call is a contact from its first second, also when the caller hangs up in the greeting (M-03).</summary>
internal sealed class WhenCallArrived(RequestsDb db) : IReactTo<CallArrived>
{
    public async Task ReactAsync(CallArrived fact, CancellationToken stop)
        => (await db.ContactAsync(fact.CallId, fact.At, stop)).Arrived(fact);
}

/// <summary>The facts of one call may come in any order: the first makes the row.</summary>
internal static class ContactOfCall
{
    public static async Task<Interaction> ContactAsync(this RequestsDb db, CallId call, DateTimeOffset at, CancellationToken stop)
    {
        var contact = await db.Interactions.FindAsync([call.Value], stop);
        if (contact is null)
        {
            contact = new Interaction(call, at);
            db.Interactions.Add(contact);
        }

        return contact;
    }
}
