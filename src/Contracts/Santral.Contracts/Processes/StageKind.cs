namespace Santral.Contracts.Processes;

/// <summary>What a stage means to programs, whatever an operator calls it (D3).</summary>
public enum StageKind
{
    New,
    InProgress,

    /// <summary>Waits for the customer or somebody else outside: the clocks stand still.</summary>
    Waiting,

    /// <summary>Waits for its checkers.</summary>
    Approval,
    Resolved,
    Closed,
    Rejected,
}
