using Santral.Contracts.Customers;
using Santral.Contracts.Queues;

namespace Santral.Contracts.Calls;

public enum DeskCallState
{
    /// <summary>Rings; Enter answers.</summary>
    Offered,
    Talking,
    OnHold,

    /// <summary>The caller waits, the agent is with a colleague.</summary>
    Consulting,

    /// <summary>The caller is in the verification menu, the agent waits (I-16).</summary>
    Verifying,

    /// <summary>Over, the agent writes it up.</summary>
    Ended,
}

/// <summary>An agent's offered, live or just ended call as the desk draws it before, during and after it.</summary>
/// <param name="RingsUntil">Set while offered.</param>
/// <param name="Unverified">Service only after identification or verification: as the offer said it, until he is verified.</param>
/// <param name="EndReason">Set once it is over for everybody.</param>
/// <param name="Origin">Set when another agent sent the caller.</param>
/// <param name="Finding">What Technical Support found.</param>
/// <param name="Consult">Set while two agents have to do with the call.</param>
/// <param name="Outbound">Set when the agent called.</param>
/// <param name="Recording">Null before a conversation.</param>
/// <param name="Supervisor">Set while one speaks in the call, or listens where the team's people are shown that.</param>
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
    bool Unverified,
    DeskVerification Verification,
    CallEndReason? EndReason = null,
    OfferOrigin? Origin = null,
    TechnicalFinding? Finding = null,
    DeskConsult? Consult = null,
    OutboundState? Outbound = null,
    DeskRecording? Recording = null,
    DeskSupervisor? Supervisor = null);

/// <summary>How far a call of ours is.</summary>
public enum OutboundState
{
    /// <summary>The agent hears it ringing.</summary>
    Ringing,
    Answered,
}
