using System.Text.Json;

namespace Santral.Requests.Domain;

/// <summary>One act on many requests, kept so that it can be taken back where nobody changed them since.</summary>
public sealed class BulkAct : Aggregate
{
    private BulkAct()
    {
    }

    public BulkAct(Guid id, BulkKind kind, IReadOnlyList<BulkStep> steps, UserId by, DateTimeOffset at)
        => (Id, Kind, StepsJson, By, At) = (id, kind, JsonSerializer.Serialize(steps, SantralJson.Options), by, at);

    public Guid Id { get; private set; }

    public BulkKind Kind { get; private set; }

    public UserId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public string StepsJson { get; private set; } = "[]";

    public IReadOnlyList<BulkStep> Steps => JsonSerializer.Deserialize<BulkStep[]>(StepsJson, SantralJson.Options) ?? [];

    public void Undo(DateTimeOffset now) => UndoneAt = now;
}

public enum BulkKind
{
    Owner,
    Team,
    Priority,
    Stage,
    Tags,
}

/// <param name="Version">As the act left the request.</param>
/// <param name="Before">The value the act replaced: an id, a stage's code, or the tags it added, separated by lines.</param>
public sealed record BulkStep(RequestId RequestId, int Version, string? Before);
