using Santral.Media;

namespace Santral.Calls.Live;

/// <summary>Registered desk phones of agents.</summary>
internal interface IDeskPhones
{
    event Action<UserId>? Registered;

    event Action<UserId>? Unregistered;

    bool IsRegistered(UserId agent);

    /// <summary>Rings the agent's phone. Never fails: a phone that cannot be rung is an outcome.</summary>
    IDeskRing Ring(UserId agent, string? callerName, PhoneNumber? callingNumber);
}

/// <summary>One call to a desk phone.</summary>
internal interface IDeskRing
{
    LegId Leg { get; }

    /// <summary>How the ringing ended.</summary>
    Task<DeskAnswer> Answer { get; }

    /// <summary>Ends when an answered phone hung up (true) or was lost (false).</summary>
    Task<bool> Over { get; }

    /// <summary>Stops the ringing or the conversation; harmless when it is over.</summary>
    void Drop();
}

internal enum DeskAnswer
{
    PickedUp,
    Rejected,

    /// <summary>Busy, gone or not speaking our codecs.</summary>
    Unreachable,
}
