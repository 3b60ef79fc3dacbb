namespace Santral.Contracts.Processes;

/// <summary>What somebody wants to do with a document: take it to a stage, or decide as a checker.</summary>
public sealed record Act
{
    private Act()
    {
    }

    /// <summary>Null for a decision.</summary>
    public string? Stage { get; private init; }

    /// <summary>Null for a move.</summary>
    public Outcome? Outcome { get; private init; }

    public string? Comment { get; private init; }

    /// <summary>What is approved, when not all is.</summary>
    public string? Part { get; private init; }

    public static Act Move(string stage, string? comment = null) => new() { Stage = stage, Comment = comment };

    public static Act Vote(Outcome outcome, string? comment = null, string? part = null) => new() { Outcome = outcome, Comment = comment, Part = part };
}

/// <summary>One act that is open to somebody now.</summary>
/// <param name="Outcome">Null for a move.</param>
/// <param name="To">Where it leads; null when it stays.</param>
/// <param name="Names">Of the transition, where it has a name of its own.</param>
/// <param name="PartDue">It must be said what is approved.</param>
/// <param name="Completes">False for an approval that needs more voices after this one.</param>
public sealed record Offer(Outcome? Outcome, string? To, Names? Names, bool CommentDue, bool PartDue, bool Completes);

/// <summary>What becomes of a document by an act.</summary>
/// <param name="To">Null when it stays where it is.</param>
public sealed record Decided(Stage? From, Stage? To, Outcome? Outcome, string? Comment, string? Part);

/// <summary>How an approval stands.</summary>
/// <param name="Checkers">Who may decide: without the requester, if there are others.</param>
/// <param name="Counted">The approvals so far, full and in part.</param>
/// <param name="Left">Who may still decide.</param>
/// <param name="Needed">How many approvals are enough; fewer than designed when fewer people are left to give them.</param>
/// <param name="StandsIn">Nobody who was named is left: those who design processes decide.</param>
public sealed record ApprovalStanding(
    Stage Stage, IReadOnlyList<Actor> Checkers, IReadOnlyList<Ballot> Counted, IReadOnlyList<Actor> Left, int Needed, bool StandsIn);
