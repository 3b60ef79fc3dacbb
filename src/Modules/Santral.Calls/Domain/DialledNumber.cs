using Santral.Contracts.Calls;

namespace Santral.Calls.Domain;

/// <summary>What became of a number that was called.</summary>
public enum DialledOutcome
{
    Ringing,
    Answered,
    Busy,
    NoAnswer,
    GivenUp,

    /// <summary>Refused, unknown, or no trunk placed it.</summary>
    Failed,
}

/// <summary>One line of the outbound ledger: who called which number, over which trunk, and what became of it. Limits are counted here, so they hold over restarts.</summary>
public sealed class DialledNumber
{
    public Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required UserId By { get; init; }

    public required PhoneNumber Number { get; init; }

    public required string Unit { get; init; }

    public required OutboundWay Way { get; init; }

    /// <summary>The call it was made for.</summary>
    public required CallId CallId { get; init; }

    /// <summary>Name of the trunk that placed it last.</summary>
    public string? Trunk { get; set; }

    public DialledOutcome Outcome { get; set; }

    /// <summary>The SIP status that decided it; 0 where none came.</summary>
    public int Code { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
