using Santral.Calls.Live.Outside;
using Santral.Contracts.Calls;
using Santral.Media;

namespace Santral.Calls.Live;

/// <summary>The caller's end of a call as signalling knows it: a SIP caller or the demo's telephone. Its audio leg is open.</summary>
internal interface ICallerEnd
{
    LegId Leg { get; }

    /// <summary>Takes the call towards the caller; the second time nothing happens.</summary>
    Task AnswerAsync();

    /// <summary>Gives the caller to a number outside by his own network; false: it cannot, and he is still here.</summary>
    Task<bool> SendToAsync(OutsideOrder order) => Task.FromResult(false);

    /// <summary>Ends the call towards the caller; harmless when he is gone already.</summary>
    void End(CallEndReason reason);
}

/// <summary>The written side of what a caller hears and presses; only the demo's telephone has one. Secret keys never reach it.</summary>
internal interface ITranscript
{
    void Said(string text, IReadOnlyList<MenuChoice> options, string language);

    /// <param name="secret">The key itself is then not in <paramref name="key"/>.</param>
    void Pressed(char key, bool secret);

    void Reached(CallStage stage);
}

/// <summary>A call that came in and was admitted: its number is known and has a unit.</summary>
internal sealed record Arrival(
    CallId Id, string CalledNumber, PhoneNumber? CallingNumber, string Unit, string UnitLanguage, DateTimeOffset At,
    CallDirection Direction = CallDirection.Inbound);
