namespace Santral.Processes.Domain;

/// <summary>The unfinished next version of one process. Nothing follows it until it is published.</summary>
public sealed class DesignDraft : Aggregate, IAudited
{
    private DesignDraft()
    {
    }

    public Guid Id { get; private set; }

    public string Document { get; private set; } = "";

    public string Unit { get; private set; } = "";

    /// <summary>The version it was begun from.</summary>
    public int BasedOn { get; private set; }

    [Unaudited]
    public string DesignJson { get; private set; } = "";

    public UserId? ChangedBy { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public Guid AuditId => Id;

    public Design Design => Design.Read(DesignJson);

    public static DesignDraft Begin(Guid id, string document, string unit, int basedOn, Design design, UserId? by, DateTimeOffset now)
    {
        var draft = new DesignDraft { Id = id, Document = document, Unit = unit, BasedOn = basedOn };
        draft.Draw(design, by, now);
        return draft;
    }

    public void Draw(Design design, UserId? by, DateTimeOffset now) => (DesignJson, ChangedBy, ChangedAt) = (design.Write(), by, now);

    /// <summary>An older version as the beginning of the next one.</summary>
    public void Restart(int basedOn, Design design, UserId? by, DateTimeOffset now)
    {
        BasedOn = basedOn;
        Draw(design, by, now);
    }
}

/// <summary>A version that was published; it never changes.</summary>
public sealed class DesignVersion : Aggregate, IAudited
{
    public const int LongestNote = 300;

    private DesignVersion()
    {
    }

    public Guid Id { get; private set; }

    public string Document { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public int Number { get; private set; }

    [Unaudited]
    public string DesignJson { get; private set; } = "";

    /// <summary>What changed and why, in the words of who published it.</summary>
    public string? Note { get; private set; }

    public UserId? PublishedBy { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    public Guid AuditId => Id;

    public Design Design => Design.Read(DesignJson);

    public static DesignVersion Publish(
        Guid id,
        string document,
        string unit,
        int number,
        Design design,
        IReadOnlyDictionary<string, string> moves,
        string? note,
        UserId? by,
        DateTimeOffset now)
    {
        var version = new DesignVersion
        {
            Id = id,
            Document = document,
            Unit = unit,
            Number = number,
            DesignJson = design.WithNamesEverywhere().Write(),
            Note = note,
            PublishedBy = by,
            PublishedAt = now,
        };
        version.Raise(new ProcessPublished(document, unit, number, moves, by, now));
        return version;
    }
}
