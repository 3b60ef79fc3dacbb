namespace Santral.Queues.Domain;

/// <summary>What came of a call, as the agent says in wrap-up.</summary>
public enum Disposition
{
    Resolved,
    FollowUp,
    NoAction,
}
