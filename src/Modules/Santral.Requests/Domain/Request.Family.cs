namespace Santral.Requests.Domain;

/// <content>Other requests it belongs to.</content>
public sealed partial class Request
{
    /// <summary>The larger matter it is a part of.</summary>
    public RequestId? ParentId { get; private set; }

    /// <param name="line">The new parent, its parent and so on up to the top: a matter is never a part of itself.</param>
    public void BelongTo(Request? parent, IReadOnlyCollection<RequestId> line, DateTimeOffset now)
    {
        RefuseMerged();
        parent?.RefuseMerged();
        if (parent is not null && (parent.Id == Id || line.Contains(Id)))
        {
            throw new Refusal("requests.parent_in_circle", RefusalKind.Invalid, ("number", parent.Number));
        }

        ParentId = parent?.Id;
        Changed("family", now);
    }

    /// <summary>A merge was taken back: its part is its part again, also when it was merged itself meanwhile.</summary>
    internal void GoBackTo(Request parent, DateTimeOffset now)
    {
        ParentId = parent.Id;
        Changed("family", now);
    }

    /// <summary>Says on both that something joins them; nothing on either form changed.</summary>
    public void TellFamily() => Tell("family");
}

/// <summary>That two requests have to do with each other; the same from both sides, so the smaller id stands first.</summary>
public sealed class RequestLink
{
    private RequestLink()
    {
    }

    public RequestLink(RequestId one, RequestId other, UserId? by, DateTimeOffset at)
        => (FirstId, SecondId, By, At) = one.Value.CompareTo(other.Value) < 0 ? (one, other, by, at) : (other, one, by, at);

    public RequestId FirstId { get; private set; }

    public RequestId SecondId { get; private set; }

    public UserId? By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public RequestId OtherOf(RequestId one) => FirstId == one ? SecondId : FirstId;
}
