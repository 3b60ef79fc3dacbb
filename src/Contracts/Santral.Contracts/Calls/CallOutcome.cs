namespace Santral.Contracts.Calls;

/// <summary>What came of a call, as its agent says in wrap-up.</summary>
public enum CallOutcome
{
    /// <summary>Solved and told to the customer (I-27).</summary>
    Resolved,
    FollowUp,
    NoAction,
}

/// <summary>An outcome and its name.</summary>
/// <param name="Words">As the team calls it; null where it has no word of its own.</param>
public sealed record CallSaid(CallOutcome Outcome, Names? Words);

/// <summary>What agents said of calls: implemented by the queues.</summary>
public interface IKnowOutcomes
{
    /// <summary>Of those calls of which somebody said it; the agent who spoke last counts.</summary>
    Task<IReadOnlyDictionary<CallId, CallSaid>> OfAsync(IReadOnlyCollection<CallId> calls, CancellationToken stop);
}

/// <summary>Whether a call may be called resolved: implemented by the calls, whose technical decision table may say that it goes on (I-23).</summary>
public interface IDecideTechnical
{
    bool MayResolve(UserId agent, CallId call);
}
