namespace Santral.Contracts.Calls;

/// <summary>
/// Calls to telephone numbers outside: over the trunks in the order the operator gave them, and only where the outbound policy allows it. Implemented by the calls;
/// asked by whoever calls somebody from a screen or calls back.
/// </summary>
public interface IDialOut
{
    /// <summary>
    /// Refused with `calls.outbound_…` when this person may not call this number now: kind of number, prefix, calls in the last hour, no trunk.
    /// Nothing is taken from his hour by asking.
    /// </summary>
    Task CheckOrRefuseAsync(UserId by, PhoneNumber to, OutboundWay way, CancellationToken stop);

    /// <summary>
    /// Connects the agent's own phone first (a browser at once, a desk phone when it is lifted) and then calls the number. Returns as soon as the agent's phone is
    /// asked for; what becomes of the call is shown at his desk and in its record.
    /// </summary>
    /// <exception cref="Refusal">The policy says no, the agent has no phone (`calls.no_phone`) or is in another call (`calls.agent_busy`).</exception>
    Task<CallId> CallAsync(OutboundOrder order, CancellationToken stop);
}

/// <summary>Why a number outside is called; written into the outbound ledger.</summary>
public enum OutboundWay
{
    /// <summary>By a click at a number.</summary>
    Click,

    /// <summary>A caller of ours is sent on to it, or it is asked about him: two lines outside meet, which needs its own permission of the policy.</summary>
    Transfer,

    /// <summary>The caller was promised to be called back.</summary>
    Callback,
}

/// <summary>A call that an agent wants made.</summary>
/// <param name="Agent">Who speaks.</param>
/// <param name="To">The number outside.</param>
/// <param name="Unit">Code of the business unit that calls: its number is shown, its people see the record.</param>
/// <param name="Team">For which team he speaks; null: his first one in the unit.</param>
public sealed record OutboundOrder(UserId Agent, PhoneNumber To, string Unit, OutboundWay Way, Santral.Contracts.Queues.TeamId? Team = null);
