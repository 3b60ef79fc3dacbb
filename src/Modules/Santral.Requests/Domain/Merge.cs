using System.Text.Json;

namespace Santral.Requests.Domain;

/// <summary>
/// One merge: which request is followed in which, and what the other one got by it. A merge only adds, so taking it back
/// takes away what it added and puts back the values that nobody changed since.
/// </summary>
public sealed class Merge : Aggregate, IAudited
{
    public static readonly TimeSpan Reversible = TimeSpan.FromDays(30);

    private Merge()
    {
    }

    public Merge(Guid id, RequestId from, RequestId into, MergeGains gains, UserId? by, DateTimeOffset now)
    {
        (Id, FromId, IntoId, By, At) = (id, from, into, by, now);
        Keep(gains);
    }

    public Guid Id { get; private set; }

    public RequestId FromId { get; private set; }

    public RequestId IntoId { get; private set; }

    public UserId? By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public UserId? UndoneBy { get; private set; }

    [Unaudited]
    public string GainsJson { get; private set; } = "";

    public MergeGains Gains => JsonSerializer.Deserialize<MergeGains>(GainsJson, SantralJson.Options)!;

    public Guid AuditId => Id;

    public DateTimeOffset ReversibleUntil => At + Reversible;

    public void Keep(MergeGains gains) => GainsJson = JsonSerializer.Serialize(gains, SantralJson.Options);

    public void Undo(UserId? by, DateTimeOffset now)
    {
        if (now >= ReversibleUntil)
        {
            throw new Refusal("requests.unmerge_too_late", RefusalKind.State, ("days", (int)Reversible.TotalDays));
        }

        (UndoneAt, UndoneBy) = (now, by);
    }
}

/// <summary>What the remaining request got: values taken over, and what was added to its lists.</summary>
/// <param name="Values">By field: before, and as the merge left it.</param>
/// <param name="Children">Parts of the other one that became parts of this one.</param>
/// <param name="WasAnswered">Whether the customer had been answered on this one before; null in merges that are older than the question.</param>
public sealed record MergeGains(
    IReadOnlyDictionary<string, TakenValue> Values,
    IReadOnlyList<string> Tags,
    IReadOnlyList<UserId> Watchers,
    IReadOnlyList<CallId> Calls,
    IReadOnlyList<RequestId> Links,
    IReadOnlyList<RequestId> Children,
    bool? WasAnswered = null);

public sealed record TakenValue(string? Before, string? After);
