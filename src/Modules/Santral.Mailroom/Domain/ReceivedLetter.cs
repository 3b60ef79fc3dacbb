using Santral.Contracts.Files;
using Santral.Contracts.Search;
using Santral.Contracts.Workplace;

namespace Santral.Mailroom.Domain;

/// <summary>What became of a letter that came.</summary>
public enum LetterFate
{
    /// <summary>Taken in, not yet read by the rules.</summary>
    New,

    /// <summary>Opened a request.</summary>
    Opened,

    /// <summary>Joined one.</summary>
    Joined,

    /// <summary>Belongs to nothing, and opens nothing: a machine's answer to something else, our own letter.</summary>
    SetAside,
}

/// <summary>
/// A letter that came. Its words and its attachments' names lie here to be shown and found; the original lies in the file store and is
/// never changed, so that better rules can read it anew.
/// </summary>
public sealed class ReceivedLetter : Aggregate
{
    public const int LongestText = 200_000;
    public const int LongestSubject = 1000;
    public const int LongestId = 250;

    private readonly List<ReceivedAttachment> _attachments = [];

    private ReceivedLetter()
    {
    }

    public Guid Id { get; private set; }

    public MailboxId MailboxId { get; private set; }

    /// <summary>What makes it the same letter, in whichever mailbox it arrives.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>Message-ID as <see cref="LetterIds.Key"/> writes it; null where it has none.</summary>
    public string? MessageKey { get; private set; }

    /// <summary>Message-ID as an answer repeats it.</summary>
    public string? MessageId { get; private set; }

    public IReadOnlyList<string> References { get; private set; } = [];

    public LetterAddress From { get; private set; } = new("", "");

    public LetterAddress AnswerTo { get; private set; } = new("", "");

    /// <summary>From's address in small letters.</summary>
    public string FromKey { get; private set; } = "";

    public IReadOnlyList<LetterAddress> To { get; private set; } = [];

    public IReadOnlyList<LetterAddress> Cc { get; private set; } = [];

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public int? QuoteFrom { get; private set; }

    public bool HasHtml { get; private set; }

    public LetterKind Kind { get; private set; }

    public LetterFate Fate { get; private set; }

    /// <summary>The believed server says that somebody else sent it.</summary>
    public bool IsDoubtful { get; private set; }

    /// <summary>A fax that a gateway sent as mail (M-02).</summary>
    public bool IsFax { get; private set; }

    /// <summary>Too large: only its head was taken in, the rest lies on its server.</summary>
    public bool IsHeadOnly { get; private set; }

    public RequestId? RequestId { get; private set; }

    public CustomerId? CustomerId { get; private set; }

    /// <summary>The original in the file store; null once its writer was erased.</summary>
    public FileId? OriginalId { get; private set; }

    public long Length { get; private set; }

    public long UidValidity { get; private set; }

    public long Uid { get; private set; }

    /// <summary>When its server was told that it was taken in.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public DateTimeOffset? WrittenAt { get; private set; }

    public IReadOnlyList<ReceivedAttachment> Attachments => _attachments;

    public bool IsAutomatic => Kind is not (LetterKind.Ordinary or LetterKind.Bulk);

    public static ReceivedLetter Take(Guid id, MailboxId mailbox, LetterContent content, LetterKind kind, Arrival arrival)
    {
        var head = content.Head;
        var letter = new ReceivedLetter
        {
            Id = id,
            MailboxId = mailbox,
            Fingerprint = content.Fingerprint,
            MessageKey = head.MessageId is { } messageId ? LetterIds.Key(messageId) : null,
            MessageId = head.MessageId is { Length: <= LetterIds.Longest } kept ? kept : null,
            References = [.. LetterIds.Clues(head).Where(r => r.Length <= LetterIds.Longest)],
            From = head.From,
            AnswerTo = head.AnswerTo,
            FromKey = Addresses.Key(head.From.Address),
            To = head.To,
            Cc = head.Cc,
            Subject = Cut(head.Subject, LongestSubject),
            Text = Cut(content.Text, LongestText),
            HasHtml = content.HasHtml,
            Kind = kind,
            IsDoubtful = head.IsSenderProven == false,
            IsHeadOnly = arrival.IsHeadOnly,
            IsFax = arrival.IsFax,
            OriginalId = arrival.OriginalId,
            Length = arrival.Length,
            UidValidity = arrival.UidValidity,
            Uid = arrival.Uid,
            ReceivedAt = arrival.At,
            WrittenAt = head.Date,
        };
        letter.QuoteFrom = QuotedText.BeginOf(letter.Text);
        letter._attachments.AddRange(content.Attachments.Select(a => new ReceivedAttachment(id, a)));
        return letter;
    }

    public void Open(RequestId request, CustomerId? customer) => Belong(LetterFate.Opened, request, customer);

    public void Join(RequestId request, CustomerId? customer) => Belong(LetterFate.Joined, request, customer);

    public void SetAside() => Fate = LetterFate.SetAside;

    /// <summary>Too much was answered by itself to one correspondent: those who keep the mailboxes are told, once an hour.</summary>
    public void WarnOfFlood(IReadOnlyList<UserId> to, int most, DateTimeOffset now)
        => Raise(new NoticeDue(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"mail:flood:{FromKey}:{now:yyyyMMddHH}"),
            to, "notice.mail_flood", new Dictionary<string, string> { ["address"] = FromKey, ["most"] = $"{most}" }, "/mail/mailboxes", NoticeKind.Warning, null, now));

    /// <summary>Who wrote it was erased: his words and his name go, that a letter came stays (GDPR art. 17).</summary>
    public void Forget(string name)
    {
        (From, AnswerTo, FromKey, To, Cc) = (new("", name), new("", name), "", [], []);
        (Subject, Text, QuoteFrom, HasHtml, OriginalId) = ("•••", "•••", null, false, null);
        _attachments.Clear();
        if (RequestId is { } request)
        {
            Raise(new FindableChanged(SearchKinds.Request, request.Value));
        }
    }

    /// <summary>What the search still keeps of the words of erased letters goes now.</summary>
    public void ForgetWords() => Raise(new WordsForgotten());

    private void Belong(LetterFate fate, RequestId request, CustomerId? customer)
    {
        (Fate, RequestId, CustomerId) = (fate, request, customer);
        Raise(new FindableChanged(SearchKinds.Request, request.Value));
    }

    // Never through the middle of a sign that needs two places.
    private static string Cut(string text, int longest)
        => text.Length <= longest ? text : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] : text[..longest];
}

/// <summary>A file in a letter that came; its bytes are in the original.</summary>
public sealed class ReceivedAttachment
{
    public const int LongestName = 200;

    private ReceivedAttachment()
    {
    }

    internal ReceivedAttachment(Guid letter, FoundAttachment found)
        => (LetterId, Index, Name, ContentType, Length, ContentId, IsInline) = (letter, found.Index, found.Name, found.ContentType, found.Length, found.ContentId, found.IsInline);

    public Guid LetterId { get; private set; }

    public int Index { get; private set; }

    public string Name { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    public long Length { get; private set; }

    /// <summary>What the text calls it by: `cid:…`.</summary>
    public string? ContentId { get; private set; }

    public bool IsInline { get; private set; }
}

/// <summary>A letter as the reader of MIME found it.</summary>
/// <param name="Text">In words; made of the formatted form where it has no plain one.</param>
/// <param name="Report">What a server tells of one of our letters.</param>
public sealed record LetterContent(
    LetterHead Head, string Text, bool HasHtml, IReadOnlyList<FoundAttachment> Attachments, DeliveryReport? Report, string Fingerprint);

public sealed record FoundAttachment(int Index, string Name, string ContentType, long Length, string? ContentId, bool IsInline);

/// <summary>Where and when a letter was taken in.</summary>
public sealed record Arrival(FileId OriginalId, long Length, bool IsHeadOnly, bool IsFax, long UidValidity, long Uid, DateTimeOffset At);

/// <summary>What a server tells of a letter of ours (RFC 3464).</summary>
/// <param name="OfMessage">Message-ID of the letter, where the report names it.</param>
/// <param name="Action">`failed`, `delayed`, `delivered`, `relayed`, `expanded`; of a receipt `displayed`, `deleted`, `dispatched`, `processed`.</param>
/// <param name="Why">Status and diagnostic, as people may read it.</param>
public sealed record DeliveryReport(string? OfMessage, string Action, string Recipient, string Why);
