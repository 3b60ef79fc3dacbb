using Santral.Ivr.Domain;

namespace Santral.Ivr.Data;

/// <summary>One published revision of a flow; the highest of a code is the one callers meet, older ones stay to be compared.</summary>
public sealed class FlowRevision : IAudited
{
    public required FlowId Id { get; init; }

    public required string Code { get; init; }

    public required int Revision { get; init; }

    [Unaudited]
    public required string Document { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    Guid IAudited.AuditId => Id.Value;
}
