using Santral.Contracts.Queues;

namespace Santral.Contracts.Processes;

/// <summary>One published version of the stages of a kind of document in a unit: what may happen, decided here and nowhere else (D3).</summary>
/// <param name="Document">Kind of document: `request`.</param>
/// <param name="Unit">Null for the process of units without one of their own.</param>
public sealed record Process(string Document, string? Unit, int Version, IReadOnlyList<Stage> Stages, IReadOnlyList<Transition> Transitions)
{
    public Stage First(StageKind kind) => Stages.First(s => s.Kind == kind);

    public Stage? Find(string code) => Stages.FirstOrDefault(s => s.Code == code);
}

/// <param name="Makers">Who may take a document here and work on it while it is here; nobody named means everybody who may write.</param>
/// <param name="Approval">There when <paramref name="Kind"/> is approval.</param>
/// <param name="Watchers">Who is told when a document arrives here.</param>
public sealed record Stage(
    string Code,
    StageKind Kind,
    Names Names,
    Actors Makers,
    Approval? Approval,
    Actors Watchers,
    CommentDuty Comment,
    IReadOnlyList<EntryAction> OnEntry,
    int? TargetMinutes,
    int X,
    int Y);

/// <param name="Names">Only where the name of the next stage does not say it.</param>
public sealed record Transition(string From, string To, Names? Names);

/// <summary>People by name, by team, by role, or by what they are to the document.</summary>
public sealed record Actors(
    IReadOnlyList<UserId> Users, IReadOnlyList<TeamId> Teams, IReadOnlyList<string> Roles, bool Owner = false, bool OwnersTeam = false)
{
    public static readonly Actors Nobody = new([], [], []);

    public bool IsNobody => Users.Count == 0 && Teams.Count == 0 && Roles.Count == 0 && !Owner && !OwnersTeam;
}

/// <summary>Who decides, how many of them are enough, and where each outcome leads; an outcome without a target is not offered. A warning stays.</summary>
public sealed record Approval(Actors Checkers, int Quorum, string? ApproveTo, string? ApprovePartlyTo, string? RejectTo, string? ReviewTo, bool MayWarn);

public enum Outcome
{
    Approve,
    ApprovePartly,
    Reject,
    Review,
    Warn,
}

public enum CommentDuty
{
    Never,
    UnlessApproved,
    Always,
}

/// <param name="Kind">`assign`, `notify`, `mail`, `webhook`.</param>
/// <param name="To">Whom it concerns.</param>
/// <param name="Value">Template code or address.</param>
public sealed record EntryAction(EntryActionKind Kind, Actors To, string? Value);

public enum EntryActionKind
{
    Assign,
    Notify,
    Mail,
    Webhook,
}

/// <summary>A kind of document that has a process: declared as a singleton by its module. Its name is the text `processes.document.(code)`.</summary>
/// <param name="Rows">The requirement rows of the readiness page: `W-D04`.</param>
/// <param name="Starting">The stages a unit begins with, by the unit's code, and for all others by null.</param>
public sealed record DocumentKind(string Code, string Permission, IReadOnlyList<string> Rows, Func<string?, Process> Starting);

/// <summary>Published processes, from memory.</summary>
public interface IKnowProcesses
{
    /// <summary>The newest published version for the unit, or the one for all units.</summary>
    Process Of(string document, string unit);

    /// <summary>A version a document was started in; documents move by the newest one, but old stages keep their names.</summary>
    Stage? FindStage(string document, string unit, string code);
}

/// <summary>Old documents for "try on the last weeks": each with the moves it really made. One implementation for each kind of document.</summary>
public interface IReplayDocuments
{
    string Document { get; }

    IAsyncEnumerable<PastDocument> SinceAsync(string unit, DateTimeOffset since, CancellationToken stop);
}

public sealed record PastDocument(Guid Id, string Number, string Subject, string Path, DateTimeOffset OpenedAt, IReadOnlyList<PastMove> Moves);

public sealed record PastMove(string From, string To, UserId? By, DateTimeOffset At, string? Comment);
