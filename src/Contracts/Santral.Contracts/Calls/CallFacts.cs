using Santral.Contracts.Customers;
using Santral.Contracts.Queues;

namespace Santral.Contracts.Calls;

/// <summary>A call came in; its record exists from now on, even if the caller hangs up in the greeting (I-01).</summary>
[Fact("calls.arrived", 1)]
public sealed record CallArrived(
    CallId CallId, string Unit, string CalledNumber, PhoneNumber? CallingNumber, CallerClass Class, CustomerId? CustomerId, DateTimeOffset At,
    CallDirection Direction = CallDirection.Inbound) : IFact;

/// <summary>An agent and the caller speak.</summary>
[Fact("calls.answered", 1)]
public sealed record CallAnswered(CallId CallId, UserId Agent, TeamId Team, TimeSpan Waited, DateTimeOffset At) : IFact;

/// <summary>The call is over, with everything a report or a request's timeline needs.</summary>
[Fact("calls.ended", 1)]
public sealed record CallEnded(
    CallId CallId,
    string Unit,
    string CalledNumber,
    PhoneNumber? CallingNumber,
    CallerClass Class,
    CustomerId? CustomerId,
    IReadOnlyList<MenuStep> MenuPath,
    TeamId? Team,
    UserId? Agent,
    TimeSpan Waited,
    TimeSpan Talked,
    CallEndReason Reason,
    DateTimeOffset ArrivedAt,
    DateTimeOffset EndedAt,
    CallDirection Direction = CallDirection.Inbound) : IFact;

/// <summary>One step of the caller's way through the IVR: menu, key, and the names to show (I-04). Keyed secrets never stand here.</summary>
public sealed record MenuStep(string Menu, string? Key, Names Label, DateTimeOffset At);
