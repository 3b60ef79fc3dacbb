namespace Santral.Kernel;

/// <summary>Why something was refused, in the words of the business; the host turns it into an HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>The thing is not in a state that allows it (409).</summary>
    State,

    /// <summary>What was given makes no sense (422).</summary>
    Invalid,

    /// <summary>There is no such thing, or it may not be seen (404).</summary>
    Unknown,

    /// <summary>The person may not do it (403).</summary>
    Forbidden,

    /// <summary>Who asks is not known (401).</summary>
    Unauthenticated,

    /// <summary>Somebody else changed it meanwhile (409).</summary>
    Stale,

    /// <summary>Too much at once, or locked for a while (423/429 by the host).</summary>
    Locked,

    /// <summary>Something needed is not there just now (503).</summary>
    Unavailable,
}

/// <summary>
/// The one way the business says no: a stable code (`module.noun_state`), a kind and the values for its text.
/// The texts are the keys `refusal.(code)` of i18n.
/// </summary>
public sealed class Refusal : Exception
{
    public Refusal(string code, RefusalKind kind = RefusalKind.State, params (string Name, object? Value)[] args)
        : base(code)
    {
        Code = code;
        Kind = kind;
        Args = args.ToDictionary(a => a.Name, a => a.Value);
    }

    /// <summary>Stable, for programs: `requests.changed_meanwhile`.</summary>
    public string Code { get; }

    public RefusalKind Kind { get; }

    /// <summary>Values that the text of the refusal names.</summary>
    public IReadOnlyDictionary<string, object?> Args { get; }
}
