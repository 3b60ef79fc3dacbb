namespace Santral.Contracts.Calls;

/// <summary>Where an agent can be rung just now: his browser's open audio connection or his registered desk phone.</summary>
public interface IAgentPhones
{
    bool IsReachable(UserId agent);

    PhoneKind KindOf(UserId agent);
}

public enum PhoneKind
{
    None,
    Browser,
    Desk,
}

/// <summary>The browser's audio connection, opened when an agent becomes available and kept (one per user, across tabs).</summary>
public interface IBrowserPhones
{
    /// <summary>Opens the phone in this tab; an older tab's phone closes and is told. Returns the SDP answer.</summary>
    /// <param name="connection">The live connection (SignalR) the phone lives and dies with.</param>
    Task<string> OpenAsync(UserId agent, string connection, string sdpOffer, CancellationToken stop);

    /// <summary>The tab closed its phone or its connection is gone.</summary>
    Task CloseAsync(UserId agent, string connection);
}

/// <summary>Told by the calls when an agent's reachability changes: implemented by the queues.</summary>
public interface IHearPhonesChange
{
    void PhoneReady(UserId agent);

    /// <summary>No phone left: after a short grace (reload of the page) the agent is no longer offered calls.</summary>
    void PhoneLost(UserId agent);
}

/// <summary>What the desk shows of an agent's call; a snapshot, newest wins.</summary>
public interface IDeskCalls
{
    /// <summary>Null when the agent has neither an offer nor a call. An ended call stays until the next offer; the queues show it during wrap-up only.</summary>
    DeskCall? Of(UserId agent);
}
