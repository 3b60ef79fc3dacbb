using Microsoft.EntityFrameworkCore;
using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;

namespace Santral.Calls.Live.Outside;

/// <summary>Who may call which number, how often, and over which trunk: asked before anything is dialled.</summary>
internal sealed class OutboundPolicy(CallsDb db, IKnowPeople people, IOrganisation organisation, TrunkBook trunks, TimeProvider clock)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public async Task CheckOrRefuseAsync(UserId by, PhoneNumber number, OutboundWay way, CancellationToken stop)
    {
        var person = people.Find(by);
        if (person is not { IsActive: true } || !person.Permissions.Contains(CallsPermissions.Take))
        {
            throw new Refusal("calls.outbound_closed", RefusalKind.Forbidden);
        }

        var rules = await RulesOfAsync(person, stop);
        var kind = NumberKinds.Of(number, organisation.Units.Select(u => u.Region).Distinct());
        var open = rules.Where(r => r.Refuses(number, kind) is null).ToList();
        if (open.Count == 0)
        {
            throw new Refusal(rules.Select(r => r.Refuses(number, kind)).First(c => c is not null)!, RefusalKind.Forbidden, ("number", number.Value));
        }

        if (way == OutboundWay.Transfer && !open.Any(r => r.Transfers))
        {
            throw new Refusal("calls.outbound_no_transfer", RefusalKind.Forbidden);
        }

        var most = open.Max(r => r.PerHour);
        var since = clock.GetUtcNow() - Hour;
        if (await db.Dialled.CountAsync(d => d.By == by && d.At > since, stop) >= most)
        {
            throw new Refusal("calls.outbound_limit", RefusalKind.Locked, ("count", most));
        }

        if (trunks.ForCallsOut.Count == 0)
        {
            throw new Refusal("calls.outbound_no_trunk", RefusalKind.Unavailable);
        }
    }

    /// <summary>The rules of his roles; without one, what holds for everybody.</summary>
    private async Task<IReadOnlyList<OutboundRule>> RulesOfAsync(Person person, CancellationToken stop)
    {
        var roles = person.Roles.Append(OutboundRule.Everybody).ToList();
        var found = await db.OutboundRules.AsNoTracking().Where(r => roles.Contains(r.Role)).ToListAsync(stop);
        var own = found.Where(r => r.Role != OutboundRule.Everybody).ToList();
        return own.Count > 0 ? own : found.Count > 0 ? found : [OutboundRule.Default];
    }
}
