using Santral.Contracts.Ivr;
using Santral.Ivr.Domain;

namespace Santral.Ivr.Data;

/// <summary>One published revision of a flow; the highest of a code is the one callers meet, older ones stay to be compared and to go back to.</summary>
public sealed class FlowRevision : Aggregate, IAudited
{
    public const int LongestNote = 300;

    public required FlowId Id { get; init; }

    public required string Code { get; init; }

    public required int Revision { get; init; }

    [Unaudited]
    public required string Document { get; init; }

    /// <summary>What changed and why, in the words of who published it.</summary>
    public string? Note { get; init; }

    public UserId? PublishedBy { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    Guid IAudited.AuditId => Id.Value;

    public static FlowRevision Publish(FlowId id, Flow flow, int revision, string? note, UserId? by, DateTimeOffset now)
    {
        var published = new FlowRevision
        {
            Id = id,
            Code = flow.Code,
            Revision = revision,
            Document = flow.Write(),
            Note = note,
            PublishedBy = by,
            PublishedAt = now,
        };
        published.Raise(new FlowPublished(flow.Code, flow.Unit, revision, by, now));
        return published;
    }
}
