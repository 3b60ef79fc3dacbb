using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Media;

namespace Santral.Calls.Live.Outside;

/// <summary>Calls numbers outside; whether it is allowed was asked before.</summary>
internal interface IOutsideLines
{
    /// <summary>Makes ready to call: nothing is dialled before <see cref="IOutsideRing.Go"/>. Never fails: a number that cannot be reached is an outcome.</summary>
    IOutsideRing Ring(OutsideOrder order);
}

/// <param name="ForUs">The number a trunk shows when it has none of its own; null: it decides.</param>
internal sealed record OutsideOrder(CallId Call, UserId By, PhoneNumber To, string Unit, OutboundWay Way, PhoneNumber? ForUs);

/// <summary>One number that is called, over one trunk after another until one places it.</summary>
internal interface IOutsideRing : IDeskRing
{
    /// <summary>Its audio leg; it is open from the beginning, so that two sides can be joined before the number answers.</summary>
    Task<LegId?> Opened { get; }

    /// <summary>True when the network can be heard before the answer (183 with a description); false when it never could.</summary>
    Task<bool> Early { get; }

    /// <summary>Told of keys that come by signalling (INFO); those in the audio are the engine's.</summary>
    Action<char>? Pressed { get; set; }

    /// <summary>Dials now.</summary>
    void Go();

    /// <summary>Why it was not answered, or how it ended.</summary>
    Task<OutsideEnd> Ended { get; }
}

/// <param name="Outcome">What the ledger says.</param>
/// <param name="Code">The SIP status that decided it; 0 where none came.</param>
internal sealed record OutsideEnd(DialledOutcome Outcome, int Code);
