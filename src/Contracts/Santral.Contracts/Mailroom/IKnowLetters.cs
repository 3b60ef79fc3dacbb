using Santral.Contracts.Files;
using Santral.Contracts.Requests;

namespace Santral.Contracts.Mailroom;

/// <summary>The letters of requests, for their timelines.</summary>
public interface IKnowLetters
{
    /// <summary>Oldest first, the newest three hundred of each direction.</summary>
    Task<IReadOnlyList<LetterSummary>> OfAsync(IReadOnlyCollection<RequestId> requests, CancellationToken stop);

    /// <summary>What was written in them, without what they quote, to be searched: subject, words and names of files, the newest letters first.</summary>
    /// <param name="most">Letters of each request that are looked at.</param>
    Task<ILookup<RequestId, string>> WordsOfAsync(IReadOnlyCollection<RequestId> requests, int most, CancellationToken stop);
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
/// <param name="Problem">What kind of trouble it is; null while nothing is wrong.</param>
/// <param name="OpenedAt">When its reader's program told that it was opened (RFC 8098); null while nobody told.</param>
/// <param name="IsForward">It passes another letter on, and answers nothing.</param>
/// <param name="Html">The formatted form of one that is held or was taken back, to be changed; null for all others.</param>
/// <param name="IsFax">It came through a fax gateway (M-02).</param>
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
    DateTimeOffset? HeldUntil,
    MailProblem? Problem,
    DateTimeOffset? OpenedAt,
    bool IsForward,
    bool IsFax,
    string? Html);

/// <param name="Name">Empty where only the address is known.</param>
public sealed record LetterAddress(string Address, string Name);

/// <param name="Index">Its place in the letter.</param>
/// <param name="Length">In bytes.</param>
/// <param name="IsInline">A picture inside the text.</param>
/// <param name="IsRisky">A kind of file that can run.</param>
/// <param name="FileId">In the file store, for one that went; those that came are in the letter itself.</param>
public sealed record LetterAttachment(int Index, string Name, string ContentType, long Length, bool IsInline, bool IsRisky, FileId? FileId);

/// <summary>What goes wrong between us and a mail server; screens say it in the reader's language, with the server's own words where it spoke.</summary>
public enum MailProblem
{
    /// <summary>Nobody answers at its address.</summary>
    Unreachable,

    /// <summary>Its name has no address.</summary>
    NameUnknown,

    /// <summary>It stopped answering.</summary>
    TimedOut,

    /// <summary>It hung up in the middle.</summary>
    HungUp,

    /// <summary>It shows a certificate nobody vouches for.</summary>
    Certificate,

    /// <summary>The encryption that is asked for was not agreed on.</summary>
    NoEncryption,

    /// <summary>It does not take the name and the password.</summary>
    SignIn,

    /// <summary>The password cannot be read any more and must be set anew.</summary>
    PasswordLost,

    /// <summary>The place where tokens are had gives none.</summary>
    Token,

    /// <summary>What it says is no mail server's language.</summary>
    NotUnderstood,

    /// <summary>It refused, in its own words.</summary>
    Refused,

    /// <summary>It has no such folder.</summary>
    NoFolder,

    /// <summary>Our own disk or database did not take it.</summary>
    Storage,
    Other,
}

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
