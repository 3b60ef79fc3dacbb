namespace Santral.Mailroom.Domain;

/// <summary>How a mailbox goes: how far it was read, and what was wrong last.</summary>
public sealed class MailboxState(MailboxId mailboxId)
{
    public const int LongestError = 500;

    public MailboxId MailboxId { get; private set; } = mailboxId;

    /// <summary>Of the folder; another one means that its numbers begin anew (RFC 3501 §2.3.1.1).</summary>
    public long? UidValidity { get; private set; }

    /// <summary>The highest number that was taken in.</summary>
    public long LastUid { get; private set; }

    public DateTimeOffset? ConnectedAt { get; private set; }

    /// <summary>When its server was last asked for letters with success.</summary>
    public DateTimeOffset? CheckedAt { get; private set; }

    public DateTimeOffset? LastLetterAt { get; private set; }

    public long Letters { get; private set; }

    public string? ReceiveError { get; private set; }

    public DateTimeOffset? ReceiveErrorAt { get; private set; }

    public string? SendError { get; private set; }

    public DateTimeOffset? SendErrorAt { get; private set; }

    public DateTimeOffset? LastSentAt { get; private set; }

    /// <summary>True when the folder's numbers are those that were read so far.</summary>
    public bool Knows(long validity) => UidValidity == validity;

    public void Took(long validity, long uid, DateTimeOffset now)
    {
        Pass(validity, uid);
        (LastLetterAt, Letters) = (now, Letters + 1);
    }

    /// <summary>Past a letter that was there already, or that somebody took out of the folder.</summary>
    public void Pass(long validity, long uid)
        => (UidValidity, LastUid) = (validity, UidValidity == validity ? Math.Max(LastUid, uid) : uid);

    public void Connected(DateTimeOffset now) => (ConnectedAt, ReceiveError, ReceiveErrorAt) = (now, null, null);

    public void Checked(long validity, DateTimeOffset now)
    {
        CheckedAt = now;
        if (UidValidity != validity)
        {
            (UidValidity, LastUid) = (validity, 0);
        }
    }

    public void Failed(string error, DateTimeOffset now) => (ConnectedAt, ReceiveError, ReceiveErrorAt) = (null, Cut(error), now);

    public void Rested() => ConnectedAt = null;

    public void Sent(DateTimeOffset now) => (LastSentAt, SendError, SendErrorAt) = (now, null, null);

    public void SendFailed(string error, DateTimeOffset now) => (SendError, SendErrorAt) = (Cut(error), now);

    private static string Cut(string error) => error.Length <= LongestError ? error : error[..LongestError];
}
