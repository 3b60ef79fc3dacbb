using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Queues.Domain;

/// <summary>One agent as the board moves him.</summary>
internal sealed class BoardAgent(UserId id, DateTimeOffset now)
{
    public UserId Id { get; } = id;

    public PresenceState Presence { get; set; } = PresenceState.Offline;

    public string? Reason { get; set; }

    public DateTimeOffset PresenceSince { get; set; } = now;

    public AgentActivity Activity { get; set; } = AgentActivity.Idle;

    public DateTimeOffset ActivitySince { get; set; } = now;

    /// <summary>When the last work ended or he became available: who waits longest for work gets the next caller.</summary>
    public DateTimeOffset IdleSince { get; set; } = now;

    public bool PhoneThere { get; set; }

    /// <summary>Until when a lost phone may come back without consequence.</summary>
    public DateTimeOffset? GraceUntil { get; set; }

    /// <summary>The caller he is offered or talks with; in wrap-up the one he writes up.</summary>
    public CallId? Call { get; set; }

    public TeamId? Team { get; set; }

    public DateTimeOffset? TalkSince { get; set; }

    public DateTimeOffset? WrapUpUntil { get; set; }

    public bool IsReady => Presence == PresenceState.Available && PhoneThere && Activity == AgentActivity.Idle;

    /// <summary>A caller he sent away himself may be rung back to him whatever he says he wants, but not into another call.</summary>
    public bool CanTakeBack => PhoneThere && (Activity is AgentActivity.Idle or AgentActivity.WrapUp);

    public bool IsSignedIn => Presence != PresenceState.Offline;

    public bool IsStaffed => Presence == PresenceState.Available && PhoneThere;

    public AgentPicture Picture() => new(Id, Presence, Reason, PresenceSince, Activity, ActivitySince, PhoneThere, Call, Team, WrapUpUntil);
}

/// <summary>An agent at one instant, for everybody outside the board.</summary>
public sealed record AgentPicture(
    UserId Agent,
    PresenceState Presence,
    string? Reason,
    DateTimeOffset PresenceSince,
    AgentActivity Activity,
    DateTimeOffset ActivitySince,
    bool PhoneThere,
    CallId? Call,
    TeamId? Team,
    DateTimeOffset? WrapUpUntil)
{
    /// <summary>Since when neither what he wants nor what he does has changed.</summary>
    public DateTimeOffset Since => PresenceSince > ActivitySince ? PresenceSince : ActivitySince;
}
