using Santral.Contracts.Calls;

namespace Santral.Contracts.Queues;

/// <summary>Puts a caller into a team's queue: implemented by the queues.</summary>
public interface IQueueCalls
{
    /// <summary>
    /// Music and waiting until an agent has spoken with the caller, or it cannot be. Includes the conversation;
    /// when the agent is lost in mid-call the caller waits again at the head.
    /// </summary>
    Task<QueueOutcome> ServeAsync(ICallLine line, QueueRequest request, CancellationToken hungUp);

    /// <summary>Whether the team's opening hours say open at this instant.</summary>
    bool IsOpen(string teamCode);
}

/// <param name="TeamCode">Which queue.</param>
/// <param name="HeadStart">Seconds that the caller counts as having waited already: who waits long is never starved by it.</param>
/// <param name="Unverified">The caller asked for a customers' service without being identified (I-05, D2).</param>
/// <param name="Skills">What the agent must know, with levels of 1 to 5: `sv:2 billing`; null: nothing beyond being in the team.</param>
public sealed record QueueRequest(string TeamCode, int HeadStart = 0, bool Unverified = false, string? Skills = null);

public enum QueueOutcome
{
    /// <summary>Spoken with an agent and ended by one of them.</summary>
    Served,

    /// <summary>Waited longer than the queue allows.</summary>
    TimedOut,

    /// <summary>Nobody is signed in to serve this queue and it does not let people wait for nobody.</summary>
    NoAgents,

    /// <summary>The one agent he was sent to did not take him.</summary>
    NotTaken,

    /// <summary>The team closed while he waited, and serves nobody after that.</summary>
    Closed,

    /// <summary>He left and is called back when it is his turn.</summary>
    CalledBack,
}
