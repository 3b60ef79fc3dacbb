namespace Santral.Contracts.Calls;

/// <summary>How far the talk with a colleague about a caller is.</summary>
public enum ConsultState
{
    Ringing,

    /// <summary>The agent speaks with the colleague, the caller waits.</summary>
    Speaking,

    /// <summary>The agent speaks with the caller, the colleague waits.</summary>
    Waiting,

    /// <summary>All three speak.</summary>
    Together,
}

/// <summary>A colleague asked about a running call, as both desks show it.</summary>
/// <param name="With">The other of the two; null when a number outside is asked.</param>
/// <param name="IsAsked">This desk's person is the one who was asked.</param>
/// <param name="Number">The number outside that is asked.</param>
public sealed record DeskConsult(UserId? With, ConsultState State, DateTimeOffset Since, bool IsAsked, PhoneNumber? Number = null);
