using Santral.Contracts.Calls;

namespace Santral.Calls.Live.Demo;

/// <summary>What the demo's telephone in the browser is told.</summary>
public interface IDemoScreen
{
    Task Phone(DemoPhoneState state);

    Task Heard(DemoHeard heard);
}

public enum DemoCallState
{
    Ringing,
    Connected,
    Ended,
}

/// <param name="Reason">Set at the end.</param>
public sealed record DemoPhoneState(DemoCallState State, CallEndReason? Reason = null);

public enum DemoHeardKind
{
    Said,
    Key,
    Stage,
}

/// <summary>One line of what the caller heard, pressed, or where he arrived. A secret key is a dot.</summary>
public sealed record DemoHeard(
    DateTimeOffset At, DemoHeardKind Kind, string Text, IReadOnlyList<DemoHeard.Option>? Options = null, CallStage? Stage = null)
{
    public sealed record Option(string Key, string Text);
}

public enum DemoCallerKind
{
    Individual,
    Corporate,
    New,
    Withheld,
}

/// <summary>Somebody a visitor can call as.</summary>
/// <param name="Number">Null: the number is withheld.</param>
public sealed record DemoCaller(PhoneNumber? Number, string Name, DemoCallerKind Kind, string Hint);

/// <summary>A number a visitor can dial.</summary>
public sealed record DemoNumber(string Number, string? Short, string Name);

/// <param name="From">Null: the number is withheld.</param>
public sealed record DemoDial(string? From, string To, string SdpOffer);

public sealed record DemoDialled(CallId CallId, string SdpAnswer);
