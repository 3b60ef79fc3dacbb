using Santral.Calls.Domain;

namespace Santral.Calls.Features;

/// <summary>Whose calls a person may read: everybody's, or only those he spoke in.</summary>
internal static class CallSight
{
    public static IQueryable<CallRecord> Of(ICurrentUser user, IQueryable<CallRecord> calls)
    {
        if (user.Has(CallsPermissions.Log))
        {
            return calls;
        }

        if (!user.Has(CallsPermissions.Take))
        {
            throw new Refusal("identity.not_permitted", RefusalKind.Forbidden);
        }

        var me = user.IdOrRefuse();
        return calls.Where(c => c.Agent == me);
    }
}
