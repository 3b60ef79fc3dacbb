using Santral.Contracts.Files;
using Santral.Contracts.Requests;

namespace Santral.Contracts.Mailroom;

/// <summary>The letters of requests, for their timelines.</summary>
public interface IKnowLetters
{
    /// <summary>Oldest first, the newest three hundred of each direction.</summary>
    Task<IReadOnlyList<LetterSummary>> OfAsync(IReadOnlyCollection<RequestId> requests, CancellationToken stop);
}

/// <summary>A letter that came or went.</summary>
/// <param name="Text">The words in it; what it quotes begins at <paramref name="QuoteFrom"/>.</param>
/// <param name="QuoteFrom">Null where it quotes nothing.</param>
/// <param name="HasHtml">There is a formatted form to be shown.</param>
/// <param name="IsAutomatic">Written by a machine, theirs or ours.</param>
/// <param name="IsDoubtful">The believed server says that somebody else sent it.</param>
/// <param name="IsHeadOnly">It was too large: the rest lies on its server.</param>
/// <param name="State">Of one that goes; null for one that came.</param>
/// <param name="Trouble">What a server said about it; null while nothing is wrong.</param>
/// <param name="HeldUntil">Until then it can be taken back.</param>
public sealed record LetterSummary(
    Guid Id,
    RequestId RequestId,
    bool IsIncoming,
    DateTimeOffset At,
    UserId? By,
    LetterAddress From,
    IReadOnlyList<LetterAddress> To,
    IReadOnlyList<LetterAddress> Cc,
    string Subject,
    string Text,
    int? QuoteFrom,
    bool HasHtml,
    bool IsAutomatic,
    bool IsDoubtful,
    bool IsHeadOnly,
    IReadOnlyList<LetterAttachment> Attachments,
    LetterState? State,
    string? Trouble,
    DateTimeOffset? StateAt,
    DateTimeOffset? HeldUntil);

/// <param name="Name">Empty where only the address is known.</param>
public sealed record LetterAddress(string Address, string Name);

/// <param name="Index">Its place in the letter.</param>
/// <param name="Length">In bytes.</param>
/// <param name="IsInline">A picture inside the text.</param>
/// <param name="IsRisky">A kind of file that can run.</param>
/// <param name="FileId">In the file store, for one that went; those that came are in the letter itself.</param>
public sealed record LetterAttachment(int Index, string Name, string ContentType, long Length, bool IsInline, bool IsRisky, FileId? FileId);

/// <summary>How far a letter that goes has come.</summary>
public enum LetterState
{
    /// <summary>It can still be taken back.</summary>
    Held,
    Waiting,
    Sending,

    /// <summary>The next server has it.</summary>
    Sent,
    Failed,

    /// <summary>The next server had it, and it came back.</summary>
    Bounced,
    Withdrawn,
}
