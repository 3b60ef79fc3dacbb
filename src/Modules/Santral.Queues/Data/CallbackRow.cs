using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Queues.Data;

public enum CallbackState
{
    /// <summary>Stands in the queue.</summary>
    Waiting,

    /// <summary>An agent called.</summary>
    Called,

    /// <summary>Taken back by a supervisor.</summary>
    Cancelled,

    /// <summary>Nobody called within the time promised.</summary>
    Expired,
}

/// <summary>A promise to call somebody back who keeps his place in the queue.</summary>
public sealed class CallbackRow : ILogRow
{
    /// <summary>Also the identity of its place in the queue.</summary>
    public required Guid Id { get; init; }

    /// <summary>The call in which it was promised.</summary>
    public required CallId CallId { get; init; }

    public required TeamId TeamId { get; init; }

    public required string Unit { get; init; }

    /// <summary>Whom to call; forgotten when it is over: the call that was made has it.</summary>
    public PhoneNumber? Number { get; set; }

    public required string Language { get; init; }

    public required DateTimeOffset PlaceAt { get; init; }

    public required DateTimeOffset PromisedAt { get; init; }

    public required CallbackState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>Who called last.</summary>
    public UserId? Agent { get; set; }

    /// <summary>The call that was made.</summary>
    public CallId? CalledAs { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
