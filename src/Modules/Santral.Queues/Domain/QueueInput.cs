using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Queues.Domain;

/// <summary>Everything that can happen to the queues.</summary>
public abstract record QueueInput
{
    /// <param name="Place">When the caller's place in the queue began: now, or earlier when he was cut off and calls again.</param>
    /// <param name="Only">The one agent he is meant for; he is offered to nobody else and does not wait.</param>
    /// <param name="AtHead">He has waited and spoken before: he goes before everyone who has not.</param>
    /// <param name="IsReturned">He comes back to who sent him: also into the wrap-up.</param>
    public sealed record CallerJoined(
        CallId Call, TeamId Team, int Priority, DateTimeOffset Place, UserId? Only = null, bool AtHead = false, bool IsReturned = false) : QueueInput;

    /// <summary>Hung up, or taken out of the queue; at any moment, as often as one likes.</summary>
    public sealed record CallerLeft(CallId Call) : QueueInput;

    /// <param name="PhoneThere">Whether the agent's phone can be reached at this moment.</param>
    public sealed record OfferEnded(CallId Call, UserId Agent, OfferOutcome Outcome, bool PhoneThere) : QueueInput;

    public sealed record TalkEnded(CallId Call, UserId Agent, ConversationEnd End) : QueueInput;

    public sealed record PresenceChosen(UserId Agent, PresenceState State, string? Reason, bool PhoneThere) : QueueInput;

    /// <summary>What the log says after a restart.</summary>
    public sealed record PresenceRestored(UserId Agent, PresenceState State, string? Reason, DateTimeOffset Since) : QueueInput;

    public sealed record PhoneReady(UserId Agent) : QueueInput;

    public sealed record PhoneLost(UserId Agent) : QueueInput;

    public sealed record WrapUpFinished(UserId Agent) : QueueInput;

    public sealed record WrapUpExtended(UserId Agent, TimeSpan By) : QueueInput;

    public sealed record TeamsChanged(IReadOnlyList<TeamRules> Teams) : QueueInput;

    /// <summary>A colleague asks this agent about his call: he is in nothing else meanwhile.</summary>
    public sealed record AgentTaken(UserId Agent, CallId Call, TeamId Team) : QueueInput;

    public sealed record AgentSpeaks(UserId Agent, CallId Call) : QueueInput;

    public sealed record AgentFreed(UserId Agent, CallId Call) : QueueInput;

    /// <summary>The caller was handed over to an agent who was asked before.</summary>
    public sealed record TalkMoved(CallId Call, UserId From, UserId To, TeamId Team) : QueueInput;

    /// <summary>Only time has passed.</summary>
    public sealed record Tick : QueueInput;
}
