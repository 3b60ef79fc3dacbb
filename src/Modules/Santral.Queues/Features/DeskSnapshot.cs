using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Queues.Features;

/// <summary>Everything an agent's desk draws when it opens.</summary>
public sealed record DeskSnapshot(DeskPresence Presence, DeskPhone Phone, DeskCallNow? Call, IReadOnlyList<TeamFigures> Teams, DeskToday Today, DeskCallback? Callback = null);

/// <summary>The part of the desk that is pushed when it changes: topic `desk`.</summary>
public sealed record LiveDesk(DeskPresence Presence, DeskPhone Phone, DeskCallNow? Call, DeskCallback? Callback = null);

/// <summary>A promise to call back that rings at the desk.</summary>
public sealed record DeskCallback(CallId Id, PhoneNumber Number, TeamSummary Team, string Language, DateTimeOffset PlaceAt, DateTimeOffset PromisedAt, DateTimeOffset RingsUntil);

/// <summary>What the agent wants and what he does.</summary>
public sealed record DeskPresence(
    PresenceState State,
    AgentActivity Activity,
    string? Reason,
    DateTimeOffset Since,
    DateTimeOffset ActivitySince,
    DateTimeOffset? WrapUpUntil);

/// <summary>Where the agent can be rung.</summary>
public sealed record DeskPhone(PhoneKind Kind);

/// <summary>What the agent has done today.</summary>
public sealed record DeskToday(int Answered, int AverageTalkSeconds);

/// <summary>A team's queue as a line of figures: topic `teams`.</summary>
/// <param name="Promised">How many are to be called back.</param>
/// <param name="PromisedSince">When the first of them was promised it.</param>
public sealed record TeamFigures(
    TeamId TeamId,
    string Code,
    Names Names,
    string Unit,
    int Waiting,
    DateTimeOffset? LongestWaitSince,
    int? ServiceLevelPercent,
    int AgentsReady,
    int AgentsTalking,
    int Promised,
    DateTimeOffset? PromisedSince);

/// <summary>The offered, live or just ended call on the desk.</summary>
public sealed record DeskCallNow(
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
    int WaitedSeconds,
    DateTimeOffset ArrivedAt,
    DateTimeOffset? RingsUntil,
    DateTimeOffset? ConnectedAt,
    DateTimeOffset? EndedAt,
    bool Muted,
    bool Unverified,
    DeskVerification Verification,
    CallEndReason? EndReason,
    SentBy? SentBy,
    TechnicalFinding? Finding,
    Consulting? Consult,
    OutboundState? Outbound,
    DeskRecording? Recording,
    Attending? Supervisor)
{
    internal static DeskCallNow From(DeskCall call, int waitedSeconds, SentBy? sentBy, Consulting? consult, Attending? supervisor) => new(
        call.CallId,
        call.State,
        call.Unit,
        call.CalledNumber,
        call.CallingNumber,
        call.Class,
        call.Customer,
        call.Candidates,
        call.Language,
        call.MenuPath,
        call.Team,
        waitedSeconds,
        call.ArrivedAt,
        call.RingsUntil,
        call.ConnectedAt,
        call.EndedAt,
        call.Muted,
        call.Unverified,
        call.Verification,
        call.EndReason,
        sentBy,
        call.Finding,
        consult,
        call.Outbound,
        call.Recording,
        supervisor);
}

/// <summary>Who sent the caller here; or that nobody took the caller whom one sent away oneself.</summary>
public sealed record SentBy(UserId Agent, string Name, bool IsReturned);

/// <summary>The colleague in a consultation: whom one asks, or, where <paramref name="IsAsked"/>, who asks. A number outside has no user and its number as name.</summary>
public sealed record Consulting(UserId? With, string Name, ConsultState State, DateTimeOffset Since, bool IsAsked, PhoneNumber? Number);

/// <summary>The supervisor in the call.</summary>
public sealed record Attending(UserId By, string Name, AttendMode Mode);
