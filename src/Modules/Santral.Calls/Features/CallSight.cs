using Santral.Calls.Domain;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;

namespace Santral.Calls.Features;

/// <summary>
/// Whose calls a person may read: with the log those of the units he works for, of all units with that right; and always those he spoke in.
/// </summary>
internal sealed class CallSight(IKnowTeams teams, ICurrentUser user)
{
    public IQueryable<CallRecord> Of(IQueryable<CallRecord> calls)
    {
        var isLogged = user.Has(CallsPermissions.Log);
        if (isLogged && user.Has(OrganisationRights.AllUnits))
        {
            return calls;
        }

        if (!isLogged && !user.Has(CallsPermissions.Take))
        {
            throw new Refusal("identity.not_permitted", RefusalKind.Forbidden);
        }

        var me = user.IdOrRefuse();
        var units = isLogged ? teams.Of(me).Select(t => t.Unit).Distinct().ToList() : [];
        return calls.Where(c => c.Agent == me || units.Contains(c.Unit));
    }
}
