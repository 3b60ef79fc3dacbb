namespace Santral.Kernel;

/// <summary>A stored fact on its way to the modules that react to it.</summary>
public sealed class OutboxRow
{
    public long Sequence { get; private set; }

    public required Guid FactId { get; init; }

    public required string Name { get; init; }

    public required int FactVersion { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public DateTimeOffset? DoneAt { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    /// <summary>Set after five failures: a person must look (health page).</summary>
    public DateTimeOffset? ParkedAt { get; set; }
}

/// <summary>That one consumer has done one fact: delivery is at least once, effect is once.</summary>
public sealed class InboxRow
{
    public required string Consumer { get; init; }

    public required Guid FactId { get; init; }

    public required DateTimeOffset DoneAt { get; init; }
}
