using Santral.Media;

namespace Santral.Calls.Live;

/// <summary>Registered desk phones of agents.</summary>
internal interface IDeskPhones
{
    event Action<UserId>? Registered;

    event Action<UserId>? Unregistered;

    bool IsRegistered(UserId agent);

    /// <summary>Rings all phones of the agent. Never fails: phones that cannot be rung are an outcome.</summary>
    IDeskRing Ring(UserId agent, string? callerName, PhoneNumber? callingNumber);
}

/// <summary>One call with an agent's desk phones.</summary>
internal interface IDeskRing
{
    /// <summary>The phone put the call on hold (true) or took it back; only a person's phone does.</summary>
    event Action<bool>? HoldChanged
    {
        add { }
        remove { }
    }

    /// <summary>The leg of the phone that answered; there is none before.</summary>
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

    /// <summary>Gone, or not speaking our codecs.</summary>
    Unreachable,
}
