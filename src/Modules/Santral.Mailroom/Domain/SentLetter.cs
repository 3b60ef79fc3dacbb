using System.Globalization;
using Santral.Contracts.Files;
using Santral.Contracts.Search;
using Santral.Contracts.Workplace;

namespace Santral.Mailroom.Domain;

/// <summary>
/// A letter that goes. Its Message-ID is made when it is written: a send whose end nobody saw is repeated with the same one, so that
/// it arrives once. What it says never changes.
/// </summary>
public sealed class SentLetter : Aggregate
{
    public const int LongestText = 20_000;
    public const int LongestHtml = 200_000;
    public const int LongestTrouble = 500;
    public const int MostRecipients = 20;

    /// <summary>How long a person has to take it back.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(10);

    /// <summary>After these waits it is tried again; then it has failed (RFC 5321 §4.5.4.1 asks for days, people ask for an answer).</summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(16),
    ];

    /// <summary>Longer than any send; after it another node takes it over.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private readonly List<SentAttachment> _attachments = [];

    private SentLetter()
    {
    }

    public Guid Id { get; private set; }

    public MailboxId MailboxId { get; private set; }

    public RequestId RequestId { get; private set; }

    public string MessageId { get; private set; } = "";

    public string MessageKey { get; private set; } = "";

    public string? InReplyTo { get; private set; }

    public IReadOnlyList<string> References { get; private set; } = [];

    public LetterAddress From { get; private set; } = new("", "");

    /// <summary>Where an answer to it goes, when that is another address.</summary>
    public string? AnswerTo { get; private set; }

    public IReadOnlyList<LetterAddress> To { get; private set; } = [];

    public IReadOnlyList<LetterAddress> Cc { get; private set; } = [];

    /// <summary>The first address in small letters: what the bound of automatic letters counts by.</summary>
    public string ToKey { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public IReadOnlyList<SentAttachment> Attachments => _attachments;

    public bool IsAutomatic { get; private set; }

    public UserId? By { get; private set; }

    /// <summary>The Idempotency-Key it was written with: the same click sent twice is one letter.</summary>
    public string? WritingKey { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public LetterState State { get; private set; }

    public DateTimeOffset StateAt { get; private set; }

    /// <summary>When it is to be tried; null when there is nothing more to do.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Whose process sends it or sent it last (<see cref="NodeName"/>).</summary>
    public string? Node { get; private set; }

    /// <summary>What kind of trouble it is in; null while it is in none.</summary>
    public MailProblem? Problem { get; private set; }

    /// <summary>The place, and the server's own words where it spoke.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Formatted form of the text; null where the text has none but its lines.</summary>
    public string? Html { get; private set; }

    /// <summary>Whether its reader's program is asked to tell when it is opened (RFC 8098).</summary>
    public bool AsksReceipt { get; private set; }

    /// <summary>When that program told.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>It passes another letter on, and answers nothing.</summary>
    public bool IsForward { get; private set; }

    /// <summary>Written by itself and no answer to a letter: what cannot be delivered of it comes back to the mailbox.</summary>
    public bool IsNews { get; private set; }

    /// <summary>What calendars are told, as iCalendar (RFC 5545); null for a letter without an appointment.</summary>
    public string? Calendar { get; private set; }

    public bool CanBeTakenBack => State == LetterState.Held;

    public static SentLetter Write(Guid id, LetterDraft draft, DateTimeOffset now)
    {
        var isHeld = draft.By is not null;
        var letter = new SentLetter
        {
            Id = id,
            MailboxId = draft.Mailbox,
            RequestId = draft.Request,
            MessageId = $"{id:N}@{Addresses.DomainOf(draft.From.Address)}",
            InReplyTo = draft.Answers,
            References = LetterIds.Bounded(draft.References),
            From = draft.From,
            AnswerTo = draft.AnswerTo,
            To = draft.To,
            Cc = draft.Cc,
            ToKey = Addresses.BoundKey(draft.To[0].Address),
            Subject = draft.Subject,
            Text = draft.Text,
            IsAutomatic = draft.By is null,
            By = draft.By,
            WritingKey = draft.Key,
            Html = draft.Html,
            AsksReceipt = draft.AsksReceipt,
            IsForward = draft.IsForward,
            IsNews = draft.IsNews,
            Calendar = draft.Calendar,
            WrittenAt = now,
            State = isHeld ? LetterState.Held : LetterState.Waiting,
            StateAt = now,
            DueAt = isHeld ? now + Hold : now,
        };
        letter.MessageKey = LetterIds.Key(letter.MessageId);
        letter._attachments.AddRange(draft.Files.Select((f, i) => new SentAttachment(id, i, f)));
        letter.Tell(now);
        letter.BeFound();
        return letter;
    }

    public void TakeBack(DateTimeOffset now)
    {
        if (!CanBeTakenBack)
        {
            throw new Refusal("mailroom.letter_gone", RefusalKind.State);
        }

        Enter(LetterState.Withdrawn, null, now);
        DueAt = null;
        BeFound();
    }

    /// <summary>By hand, after it failed.</summary>
    public void TryAgain(DateTimeOffset now)
    {
        if (State is not (LetterState.Failed or LetterState.Waiting))
        {
            throw new Refusal("mailroom.letter_not_failed", RefusalKind.State);
        }

        Enter(LetterState.Waiting, TroubleNow, now);
        (Attempts, DueAt) = (0, now);
    }

    /// <summary>This node sends it now. Until the lease ends no other does; the node itself takes it up again when it starts anew.</summary>
    public void Begin(string node, DateTimeOffset now)
    {
        (State, StateAt, DueAt, Node) = (LetterState.Sending, now, now + Lease, node);
        Attempts++;
    }

    /// <summary>The process ends while sending: it goes again with the next start.</summary>
    public void PutBack(DateTimeOffset now)
    {
        Enter(LetterState.Waiting, TroubleNow, now);
        DueAt = now;
    }

    /// <param name="trouble">Addresses among several that were refused.</param>
    public void Done(string? trouble, DateTimeOffset now)
    {
        Enter(LetterState.Sent, trouble is null ? null : new Trouble(MailProblem.Refused, trouble), now);
        DueAt = null;
    }

    /// <summary>It may work later; once the waits are used up it has failed.</summary>
    public void Postpone(Trouble trouble, IReadOnlyList<UserId> toTell, DateTimeOffset now)
    {
        if (Attempts > Waits.Length)
        {
            Fail(trouble, toTell, now);
            return;
        }

        Enter(LetterState.Waiting, trouble, now);
        DueAt = now + Waits[Attempts - 1];
    }

    public void Fail(Trouble trouble, IReadOnlyList<UserId> toTell, DateTimeOffset now)
    {
        Enter(LetterState.Failed, trouble, now);
        DueAt = null;
        Warn(toTell, "notice.mail_failed", now);
    }

    /// <summary>A server tells that it could not be delivered after all.</summary>
    public void Bounce(string why, IReadOnlyList<UserId> toTell, DateTimeOffset now)
    {
        if (State == LetterState.Bounced)
        {
            return;
        }

        Enter(LetterState.Bounced, new Trouble(MailProblem.Refused, why), now);
        DueAt = null;
        Warn(toTell, "notice.mail_bounced", now);
    }

    /// <summary>A server tells that it still tries.</summary>
    public void Delayed(string why)
    {
        if (State == LetterState.Sent)
        {
            (Problem, Trouble) = (MailProblem.Refused, Cut(why));
        }
    }

    /// <summary>Its reader's program tells that it was opened; the first time counts.</summary>
    public void Opened(DateTimeOffset at)
    {
        if (OpenedAt is null)
        {
            OpenedAt = at;
            Tell(at);
        }
    }

    /// <summary>To whom it went was erased (GDPR art. 17).</summary>
    public void Forget(string name)
    {
        (To, Cc, ToKey, Subject, Text, Html, Calendar) = ([new LetterAddress("", name)], [], "", "•••", "•••", null, null);
        (Problem, Trouble) = (null, null);
        _attachments.Clear();
        BeFound();
    }

    private Trouble? TroubleNow => Problem is { } problem ? new Trouble(problem, Trouble ?? "") : null;

    private void Enter(LetterState state, Trouble? trouble, DateTimeOffset now)
    {
        (State, StateAt, Problem, Trouble) = (state, now, trouble?.Problem, trouble is null ? null : Cut(trouble.Said));
        Tell(now);
    }

    /// <summary>The search finds its request by what is written in it.</summary>
    private void BeFound() => Raise(new FindableChanged(SearchKinds.Request, RequestId.Value));

    private void Tell(DateTimeOffset now) => Raise(new LetterMoved(Id, RequestId, State, By, To[0].Address, now));

    private void Warn(IReadOnlyList<UserId> to, string text, DateTimeOffset now)
        => Raise(new NoticeDue(
            string.Create(CultureInfo.InvariantCulture, $"letter:{Id}:{State}"),
            [.. to.Append(By ?? default).Where(u => u != default).Distinct()],
            text,
            new Dictionary<string, string> { ["address"] = To[0].Address, ["subject"] = Subject },
            $"/requests/{RequestId}",
            NoticeKind.Warning,
            null,
            now));

    private static string Cut(string text) => text.Length <= LongestTrouble ? text : text[..LongestTrouble];
}

/// <summary>What a letter is written from.</summary>
/// <param name="Answers">Message-ID it answers.</param>
/// <param name="By">Null for one that is written by itself: it goes at once.</param>
public sealed record LetterDraft(
    MailboxId Mailbox,
    RequestId Request,
    LetterAddress From,
    string? AnswerTo,
    IReadOnlyList<LetterAddress> To,
    IReadOnlyList<LetterAddress> Cc,
    string Subject,
    string Text,
    string? Answers,
    IReadOnlyList<string> References,
    IReadOnlyList<StoredFile> Files,
    UserId? By,
    string? Key)
{
    /// <summary>Formatted form of <see cref="Text"/>.</summary>
    public string? Html { get; init; }

    public bool AsksReceipt { get; init; }

    public bool IsForward { get; init; }

    public bool IsNews { get; init; }

    public string? Calendar { get; init; }
}

/// <summary>A file that goes with a letter; its bytes lie in the file store.</summary>
public sealed class SentAttachment
{
    private SentAttachment()
    {
    }

    internal SentAttachment(Guid letter, int index, StoredFile file)
        => (LetterId, Index, FileId, Name, ContentType, Length) = (letter, index, file.Id, file.Name, file.ContentType, file.Length);

    public Guid LetterId { get; private set; }

    public int Index { get; private set; }

    public FileId FileId { get; private set; }

    public string Name { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    public long Length { get; private set; }
}
