namespace Santral.Mailroom.Domain;

/// <summary>What a letter says of itself before its text: everything the rules go by, read once.</summary>
public sealed record LetterHead
{
    /// <summary>Without angle brackets; null where it has none.</summary>
    public string? MessageId { get; init; }

    public string? InReplyTo { get; init; }

    /// <summary>Oldest first; of a long chain the first and the last twenty.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    public LetterAddress From { get; init; } = new("", "");

    /// <summary>Where an answer goes: Reply-To, else From.</summary>
    public LetterAddress AnswerTo { get; init; } = new("", "");

    /// <summary>The envelope's sender as the delivering server wrote it down; null where it did not, empty for `&lt;&gt;`.</summary>
    public string? ReturnPath { get; init; }

    public IReadOnlyList<LetterAddress> To { get; init; } = [];

    public IReadOnlyList<LetterAddress> Cc { get; init; } = [];

    /// <summary>Every address it was delivered to, as far as servers wrote it down.</summary>
    public IReadOnlyList<string> DeliveredTo { get; init; } = [];

    public string Subject { get; init; } = "";

    public DateTimeOffset? Date { get; init; }

    public string? AutoSubmitted { get; init; }

    public string? Precedence { get; init; }

    /// <summary>`multipart/report`, `text/calendar`, ….</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Of a multipart/report: `delivery-status`, `disposition-notification`, ….</summary>
    public string? ReportType { get; init; }

    /// <summary>Names of the headers it has, in small letters.</summary>
    public IReadOnlySet<string> Names { get; init; } = new HashSet<string>();

    /// <summary>Value of X-Auto-Response-Suppress.</summary>
    public string? Suppresses { get; init; }

    /// <summary>The letter of an installation of ours that it is, by its mark.</summary>
    public Guid? OwnMark { get; init; }

    /// <summary>What the believed server says of the sender; null where no server is believed or it says nothing.</summary>
    public bool? IsSenderProven { get; init; }
}
