using Santral.Contracts.Queues;

namespace Santral.Contracts.Calls;

/// <summary>Who knows a caller: implemented by the calls, from their log.</summary>
public interface IFindLastAgent
{
    /// <summary>The agent of a team who spoke last with a number; null when nobody did since then.</summary>
    Task<UserId?> OfAsync(PhoneNumber number, TeamId team, DateTimeOffset since, CancellationToken stop);
}
