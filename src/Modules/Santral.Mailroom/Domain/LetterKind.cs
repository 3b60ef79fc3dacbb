namespace Santral.Mailroom.Domain;

/// <summary>What a letter is to the mailroom.</summary>
public enum LetterKind
{
    Ordinary,

    /// <summary>Sent by a machine without being asked: an alarm, a newsletter, a list. It may be a matter, and is never answered by itself.</summary>
    Bulk,

    /// <summary>A machine's answer: an out-of-office note. It opens nothing and takes nothing up again.</summary>
    AutoReply,

    /// <summary>A server tells what became of one of our letters (RFC 3464).</summary>
    Report,

    /// <summary>A program tells that one of our letters was opened (RFC 8098).</summary>
    Receipt,

    /// <summary>One of our own letters came back to us.</summary>
    Own,
}

/// <summary>Who wrote: a person or a machine (RFC 3834, and what programs do in practice).</summary>
public static class Classify
{
    private static readonly string[] BulkPrecedence = ["bulk", "list", "junk"];

    private static readonly string[] ListHeaders = ["list-id", "list-unsubscribe", "list-post", "list-help", "feedback-id"];

    private static readonly string[] ReplyHeaders = ["x-autoreply", "x-autorespond", "x-auto-reply", "x-autoresponder", "x-mail-autoreply", "x-autoreply-from"];

    /// <param name="isOwn">It carries the mark or the Message-ID of a letter of ours.</param>
    public static LetterKind KindOf(LetterHead head, bool isOwn)
    {
        if (isOwn)
        {
            return LetterKind.Own;
        }

        if (head.ReportType == "disposition-notification")
        {
            return LetterKind.Receipt;
        }

        if (head.ContentType == "multipart/report" || IsFromDaemon(head))
        {
            return LetterKind.Report;
        }

        var submitted = Word(head.AutoSubmitted);
        if (submitted is "auto-replied" or "auto-notified" || ReplyHeaders.Any(head.Names.Contains) || Word(head.Precedence) == "auto_reply" || IsSuppressedReply(head))
        {
            return LetterKind.AutoReply;
        }

        return submitted is not (null or "no") || ListHeaders.Any(head.Names.Contains) || BulkPrecedence.Contains(Word(head.Precedence)) || head.Names.Contains("x-spam-flag")
            ? LetterKind.Bulk
            : LetterKind.Ordinary;
    }

    /// <summary>Whether the one who wrote may get a letter by itself: only a person who can read it (RFC 3834 §2).</summary>
    /// <param name="own">The addresses of all mailboxes, as <see cref="Addresses.Key"/> writes them.</param>
    public static bool MayAnswer(LetterHead head, LetterKind kind, IReadOnlySet<string> own)
        => kind == LetterKind.Ordinary
            && head.ReturnPath is not ""
            && !head.Names.Contains("x-loop")
            && !head.ContentType.StartsWith("text/calendar", StringComparison.Ordinal)
            && !Suppresses(head, "all") && !Suppresses(head, "oof") && !Suppresses(head, "autoreply")
            && head.IsSenderProven != false
            && IsPerson(head.AnswerTo.Address, own) && IsPerson(head.From.Address, own);

    private static bool IsPerson(string address, IReadOnlySet<string> own)
        => Addresses.IsAddress(address) && !Addresses.IsNobody(address) && !own.Contains(Addresses.BoundKey(address));

    // Exchange marks its out-of-office notes with nothing but this, and an empty sender.
    private static bool IsSuppressedReply(LetterHead head) => head.ReturnPath == "" && (Suppresses(head, "all") || Suppresses(head, "oof"));

    private static bool IsFromDaemon(LetterHead head)
        => Addresses.Key(head.From.Address).StartsWith("mailer-daemon@", StringComparison.Ordinal)
            || (head.ReturnPath == "" && Addresses.Key(head.From.Address).StartsWith("postmaster@", StringComparison.Ordinal));

    private static bool Suppresses(LetterHead head, string what)
        => head.Suppresses?.Split(',').Any(s => s.Trim().Equals(what, StringComparison.OrdinalIgnoreCase)) == true;

    /// <summary>The word before parameters and comments: `auto-generated; x=y` says auto-generated.</summary>
    private static string? Word(string? value)
        => value?.Split(';', '(')[0].Trim().ToLowerInvariant() is { Length: > 0 } word ? word : null;
}
