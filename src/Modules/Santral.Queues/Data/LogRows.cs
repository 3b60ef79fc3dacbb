using Santral.Contracts.Calls;
using Santral.Contracts.Definitions;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Queues.Data;

/// <summary>A row that is written once and named by its writer, so that a write repeated after a lost answer finds it there.</summary>
public interface ILogRow
{
    Guid Id { get; }
}

/// <summary>One change of an agent's presence; rows are only ever added, the newest counts.</summary>
public sealed class PresenceRow : ILogRow
{
    public required Guid Id { get; init; }

    public required UserId Agent { get; init; }

    public required PresenceState State { get; init; }

    public string? Reason { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>One wait of one caller: open while he waits, so that a restart knows who lost his place.</summary>
public sealed class WaitRow : ILogRow
{
    public required Guid Id { get; init; }

    public required CallId CallId { get; init; }

    public required TeamId TeamId { get; init; }

    /// <summary>Kept only until he is answered: after that the call log has it.</summary>
    public PhoneNumber? CallingNumber { get; set; }

    public required DateTimeOffset PlaceAt { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>Where he waited before, when he came by overflow: offered there too.</summary>
    public TeamId? OverflowedFrom { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Null while he waits, and for those whom a restart cut off.</summary>
    public WaitEnd? End { get; set; }

    public TimeSpan WaitedFor { get; set; }

    public UserId? Agent { get; set; }
}

/// <summary>One conversation of an agent and what came of it.</summary>
public sealed class TalkRow : ILogRow
{
    public required Guid Id { get; init; }

    public required CallId CallId { get; init; }

    public required UserId Agent { get; init; }

    public required TeamId TeamId { get; init; }

    public required DateTimeOffset AnsweredAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    public required TimeSpan TalkedFor { get; init; }

    /// <summary>The agent called: written up like any other, and no figure of the queue, whose callers are those who came.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Null while it is written up.</summary>
    public TimeSpan? WrappedUpFor { get; set; }

    public CallOutcome? Disposition { get; set; }

    /// <summary>In the words of the team.</summary>
    public DefinitionId? DispositionId { get; set; }
}

/// <summary>One ring at an agent and how it ended.</summary>
public sealed class OfferRow : ILogRow
{
    public required Guid Id { get; init; }

    public required CallId CallId { get; init; }

    public required UserId Agent { get; init; }

    public required TeamId TeamId { get; init; }

    public required DateTimeOffset OfferedAt { get; init; }

    public required OfferEnd End { get; init; }

    public required TimeSpan RangFor { get; init; }
}

/// <summary>A stretch of an agent's day; one row when it is over, never changed.</summary>
public sealed class SpanRow : ILogRow
{
    public required Guid Id { get; init; }

    public required UserId Agent { get; init; }

    public required PresenceState Presence { get; init; }

    public string? Reason { get; init; }

    public required AgentActivity Activity { get; init; }

    public TeamId? TeamId { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }
}
