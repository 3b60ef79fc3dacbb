using Santral.Contracts.Calls;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;

namespace Santral.Calls.Live.Outside;

/// <summary>Calls numbers for people: the policy first, then their phone, then the number.</summary>
internal sealed class DialOut(
    OutboundPolicy policy, LiveCalls live, IOutsideLines lines, AgentPhones phones, DeskCalls desks, IKnowTeams teams, IOrganisation organisation,
    IKnowServiceNumbers numbers, TimeProvider clock) : IDialOut
{
    /// <summary>For a desk phone that is to be lifted first.</summary>
    private static readonly TimeSpan LiftWithin = TimeSpan.FromSeconds(30);

    public Task CheckOrRefuseAsync(UserId by, PhoneNumber to, OutboundWay way, CancellationToken stop) => policy.CheckOrRefuseAsync(by, to, way, stop);

    public Task<CallId> CallAsync(OutboundOrder order, CancellationToken stop) => CallAsync(order, null, stop);

    /// <param name="order">Who calls whom.</param>
    /// <param name="lifted">The phone that he dialled with; null: whichever he is reached at is connected first.</param>
    /// <param name="stop">Ends the asking, not the call.</param>
    public async Task<CallId> CallAsync(OutboundOrder order, IDeskRing? lifted, CancellationToken stop)
    {
        var unit = organisation.Find(order.Unit) ?? throw new Refusal("calls.unit_unknown", RefusalKind.Invalid);
        var team = order.Team is { } wanted ? teams.Find(wanted) : teams.Of(order.Agent).FirstOrDefault(t => t.Unit == order.Unit);
        if (team is null || team.Unit != order.Unit)
        {
            throw new Refusal("calls.outbound_no_team", RefusalKind.Forbidden);
        }

        await policy.CheckOrRefuseAsync(order.Agent, order.To, order.Way, stop);
        if (lifted is null && phones.KindOf(order.Agent) == PhoneKind.None)
        {
            throw new Refusal("calls.no_phone");
        }

        if (desks.BoundTo(order.Agent) is not null)
        {
            throw new Refusal("calls.agent_busy");
        }

        if (!live.HasRoom)
        {
            throw new Refusal("calls.overloaded", RefusalKind.Unavailable);
        }

        var id = Id.New<CallId>(clock);
        var ours = numbers.All.Where(n => n.Unit == order.Unit).Select(n => n.Number).FirstOrDefault() ?? "";
        PhoneNumber? shown = PhoneNumber.TryParse(ours, null, out var number) ? number : null;
        var ring = lines.Ring(new OutsideOrder(id, order.Agent, order.To, order.Unit, order.Way, shown));
        live.StartOut(
            new Arrival(id, ours, order.To, unit.Code, unit.Language, live.NextArrival(), CallDirection.Outbound),
            ring,
            new CallOffer(order.Agent, team, LiftWithin, TimeSpan.Zero),
            lifted);
        return id;
    }
}
