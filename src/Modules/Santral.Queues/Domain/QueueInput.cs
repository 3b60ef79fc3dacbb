using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Queues.Domain;

/// <summary>Everything that can happen to the queues.</summary>
public abstract record QueueInput
{
    /// <param name="HeadStart">Seconds that he counts as having waited already.</param>
    /// <param name="Place">When the caller's place in the queue began: now, or earlier when he was cut off and calls again.</param>
    /// <param name="Only">The one agent he is meant for; he is offered to nobody else and does not wait.</param>
    /// <param name="AtHead">He has waited and spoken before: he goes before everyone who has not.</param>
    /// <param name="IsReturned">He comes back to who sent him: also into the wrap-up.</param>
    public sealed record CallerJoined(
        CallId Call, TeamId Team, int HeadStart, DateTimeOffset Place, UserId? Only = null, bool AtHead = false, bool IsReturned = false) : QueueInput
    {
        /// <summary>A promise to call back: nobody is on the line, and his wait has been counted.</summary>
        public bool IsCallback { get; init; }

        public Skills Skills { get; init; } = Skills.None;

        /// <summary>The agent who knows him.</summary>
        public UserId? Preferred { get; init; }

        /// <summary>How long he waits for that one.</summary>
        public TimeSpan PreferredFor { get; init; }
    }

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

    /// <summary>The conversation of a call that the agent made.</summary>
    public sealed record OwnTalkEnded(UserId Agent, CallId Call, DateTimeOffset Since) : QueueInput;

    public sealed record AgentFreed(UserId Agent, CallId Call) : QueueInput;

    /// <summary>The caller was handed over to an agent who was asked before.</summary>
    public sealed record TalkMoved(CallId Call, UserId From, UserId To, TeamId Team) : QueueInput;

    /// <summary>A waiting caller leaves and is called back: the promise takes his place. Nothing happens when he is offered just now.</summary>
    public sealed record CallbackPromised(CallId Call, CallId Callback) : QueueInput;

    /// <summary>The agent takes a promise; he is held for it until the call is made.</summary>
    public sealed record CallbackTaken(CallId Callback, UserId Agent) : QueueInput;

    /// <summary>Only time has passed.</summary>
    public sealed record Tick : QueueInput;
}
