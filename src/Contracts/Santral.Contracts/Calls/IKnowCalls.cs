namespace Santral.Contracts.Calls;

/// <summary>Whether a call named by a client exists: what is written down about a call must not point to nothing.</summary>
public interface IKnowCalls
{
    Task<bool> ExistsAsync(CallId id, CancellationToken stop);
}
