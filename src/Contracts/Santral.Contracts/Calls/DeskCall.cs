using Santral.Contracts.Customers;
using Santral.Contracts.Queues;

namespace Santral.Contracts.Calls;

public enum DeskCallState
{
    /// <summary>Rings; Enter answers.</summary>
    Offered,
    Talking,
    OnHold,

    /// <summary>Over, the agent writes it up.</summary>
    Ended,
}

/// <summary>An agent's offered, live or just ended call as the desk draws it before, during and after it.</summary>
/// <param name="RingsUntil">Set while offered.</param>
/// <param name="Unverified">As the offer said it: service only after identification or verification.</param>
public sealed record DeskCall(
    CallId CallId,
    DeskCallState State,
    string Unit,
    string CalledNumber,
    PhoneNumber? CallingNumber,
    CallerClass Class,
    CustomerSummary? Customer,
    IReadOnlyList<CustomerSummary> Candidates,
    string Language,
    IReadOnlyList<MenuStep> MenuPath,
    TeamSummary Team,
    TimeSpan Waited,
    DateTimeOffset ArrivedAt,
    DateTimeOffset? RingsUntil,
    DateTimeOffset? ConnectedAt,
    DateTimeOffset? EndedAt,
    bool Muted,
    bool Unverified);
