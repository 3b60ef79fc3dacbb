namespace Santral.Contracts.Calls;

/// <summary>One call, from the first INVITE to its end, however many legs it has.</summary>
public readonly record struct CallId(Guid Value) : IId<CallId>
{
    public static CallId From(Guid value) => new(value);

    public static CallId Parse(string s, IFormatProvider? provider) => Id.Parse<CallId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out CallId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>Why a call ended; stored on the call record and shown in the report.</summary>
public enum CallEndReason
{
    CallerHungUp,
    AgentHungUp,
    VerificationFailed,
    Closed,
    NoAgent,
    FlowEnded,
    NoInput,
    Overloaded,
    MediaLost,
    Failed,
    Restarted,

    /// <summary>Who was called is busy or declined.</summary>
    Busy,

    /// <summary>Who was called did not answer.</summary>
    NoAnswer,

    /// <summary>The number is unknown, or no trunk placed the call.</summary>
    NotReached,
}
