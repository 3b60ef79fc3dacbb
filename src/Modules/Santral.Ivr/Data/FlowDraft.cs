using Santral.Ivr.Domain;

namespace Santral.Ivr.Data;

/// <summary>The unfinished next revision of one flow. No caller meets it until it is published.</summary>
public sealed class FlowDraft : Aggregate, IAudited
{
    private FlowDraft()
    {
    }

    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    /// <summary>The revision it was begun from.</summary>
    public int BasedOn { get; private set; }

    [Unaudited]
    public string Document { get; private set; } = "";

    public UserId? ChangedBy { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    Guid IAudited.AuditId => Id;

    public static FlowDraft Begin(Guid id, int basedOn, Flow flow, UserId? by, DateTimeOffset now)
    {
        var draft = new FlowDraft { Id = id, Code = flow.Code, BasedOn = basedOn };
        draft.Draw(flow, by, now);
        return draft;
    }

    public void Draw(Flow flow, UserId? by, DateTimeOffset now) => (Document, ChangedBy, ChangedAt) = (flow.Write(), by, now);
}
