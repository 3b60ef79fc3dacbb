namespace Santral.Contracts.Processes;

/// <summary>A kind of document that has a process: declared as a singleton by its module. Its name is the text `processes.document.(code)`.</summary>
/// <param name="Code">`request`.</param>
/// <param name="WritePermission">What moving and editing it needs: `requests.write`.</param>
/// <param name="Rows">The requirement rows of the readiness page: `W-D04`.</param>
/// <param name="Needs">The kinds of stage its module asks for by <see cref="Process.First"/>; no version is published without them.</param>
/// <param name="Starting">The stages a unit begins with, by the unit's code.</param>
/// <param name="PartIs">What a partial approval names.</param>
public sealed record DocumentKind(
    string Code,
    string WritePermission,
    IReadOnlyList<string> Rows,
    IReadOnlyList<StageKind> Needs,
    Func<string, Process> Starting,
    ApprovedPart PartIs = ApprovedPart.Words);

/// <summary>How a part is said when not all is approved.</summary>
public enum ApprovedPart
{
    Words,
    Quantities,
    Amount,
}

/// <summary>Published processes, from memory.</summary>
public interface IKnowProcesses
{
    /// <summary>The newest published version for the unit, or the stages it began with.</summary>
    Process Of(string document, string unit);

    /// <summary>A stage of this or an older version: old moves keep their names.</summary>
    Stage? FindStage(string document, string unit, string code);
}

/// <summary>
/// A new version holds from now on. The document's module takes documents out of stages that are gone: in the save of its reaction,
/// along <paramref name="Moves"/>.
/// </summary>
/// <param name="Moves">From a stage that is gone to one of the new version.</param>
[Fact("processes.published", 1)]
public sealed record ProcessPublished(
    string Document, string Unit, int Version, IReadOnlyDictionary<string, string> Moves, UserId? By, DateTimeOffset At) : IFact;

/// <summary>How many documents stand in each stage now. One scoped implementation for each kind of document.</summary>
public interface ICountStanding
{
    string Document { get; }

    /// <summary>By the code of the stage; stages without documents may be missing.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(string unit, CancellationToken stop);
}

/// <summary>Old documents for "try on the last weeks": each with the moves it really made. One scoped implementation for each kind of document.</summary>
public interface IReplayDocuments
{
    string Document { get; }

    /// <summary>Opened since then, newest first.</summary>
    IAsyncEnumerable<PastDocument> SinceAsync(string unit, DateTimeOffset since, CancellationToken stop);
}

/// <param name="Path">Where it is in the web app.</param>
/// <param name="FirstStage">Where it began.</param>
/// <param name="Moves">Oldest first.</param>
public sealed record PastDocument(
    Guid Id, string Number, string Subject, string Path, DateTimeOffset OpenedAt, string FirstStage, IReadOnlyList<PastMove> Moves);

public sealed record PastMove(string From, string To, UserId? By, DateTimeOffset At, string? Comment);

/// <summary>Documents that stand in an approval, for the inbox of their checkers. One scoped implementation for each kind of document.</summary>
public interface IListApprovals
{
    string Document { get; }

    /// <summary>Every document of the kind that waits for an approval, oldest first, with the votes of its round.</summary>
    Task<IReadOnlyList<WaitingDocument>> WaitingAsync(CancellationToken stop);

    /// <summary>Does what a checker decided, in the document's own save, or refuses; by <see cref="Process.Decide"/>.</summary>
    Task DecideAsync(Guid id, int version, Act act, CancellationToken stop);
}

/// <param name="Version">What a decision must be based on.</param>
/// <param name="IsSeen">Who asks may read it also when he has no say in the approval.</param>
public sealed record WaitingDocument(
    Guid Id, string Number, string Subject, string Text, string Path, string Unit, DateTimeOffset Since, DocumentState State, int Version, bool IsSeen);
