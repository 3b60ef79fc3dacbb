using Santral.Contracts.Customers;
using Santral.Contracts.Definitions;
using Santral.Contracts.Queues;

namespace Santral.Contracts.Requests;

/// <summary>Reads requests for other modules, with the rights of who asks.</summary>
public interface IFindRequest
{
    /// <summary>Null when there is no such request or the current user may not see it; the system sees all.</summary>
    Task<RequestSummary?> FindAsync(RequestId id, CancellationToken stop);
}

/// <param name="Kind">`information`, `action`, `comment`; null while nobody knows.</param>
/// <param name="IsOver">Closed or rejected.</param>
/// <param name="MergedInto">Where its matter is followed now; it keeps its number.</param>
public sealed record RequestSummary(
    RequestId Id,
    string Number,
    string Unit,
    string? Kind,
    string Subject,
    DefinitionId? CategoryId,
    DefinitionId? PriorityId,
    CustomerId? CustomerId,
    UserId? OwnerId,
    TeamId? TeamId,
    string StageCode,
    bool IsOver,
    RequestId? MergedInto);
