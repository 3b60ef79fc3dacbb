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

    /// <summary>The highest number that was there when the folder was first read: what lay there before is taken in only while nobody has read it.</summary>
    public long OldUntil { get; private set; }

    public DateTimeOffset? ConnectedAt { get; private set; }

    /// <summary>When its server was last asked for letters with success.</summary>
    public DateTimeOffset? CheckedAt { get; private set; }

    public DateTimeOffset? LastLetterAt { get; private set; }

    public long Letters { get; private set; }

    /// <summary>What is wrong with fetching; null while nothing is.</summary>
    public MailProblem? ReceiveProblem { get; private set; }

    /// <summary>The place, and the server's own words where it spoke.</summary>
    public string? ReceiveError { get; private set; }

    public DateTimeOffset? ReceiveErrorAt { get; private set; }

    public MailProblem? SendProblem { get; private set; }

    public string? SendError { get; private set; }

    public DateTimeOffset? SendErrorAt { get; private set; }

    public DateTimeOffset? LastSentAt { get; private set; }

    /// <summary>True when the folder's numbers are those that were read so far.</summary>
    public bool Knows(long validity) => UidValidity == validity;

    /// <summary>The folder is read for the first time, or its numbers begin anew.</summary>
    public void Meet(long validity, long highest)
    {
        if (!Knows(validity))
        {
            (UidValidity, LastUid, OldUntil) = (validity, 0, highest);
        }
    }

    public void Took(long validity, long uid, DateTimeOffset now)
    {
        Pass(validity, uid);
        (LastLetterAt, Letters) = (now, Letters + 1);
    }

    /// <summary>Past a letter that was there already, or that somebody took out of the folder.</summary>
    public void Pass(long validity, long uid)
        => (UidValidity, LastUid) = (validity, UidValidity == validity ? Math.Max(LastUid, uid) : uid);

    public void Connected(DateTimeOffset now) => (ConnectedAt, ReceiveProblem, ReceiveError, ReceiveErrorAt) = (now, null, null, null);

    public void Checked(DateTimeOffset now) => CheckedAt = now;

    public void Failed(Trouble trouble, DateTimeOffset now) => (ConnectedAt, ReceiveProblem, ReceiveError, ReceiveErrorAt) = (null, trouble.Problem, Cut(trouble.Said), now);

    public void Rested() => ConnectedAt = null;

    public void Sent(DateTimeOffset now) => (LastSentAt, SendProblem, SendError, SendErrorAt) = (now, null, null, null);

    public void SendFailed(Trouble trouble, DateTimeOffset now) => (SendProblem, SendError, SendErrorAt) = (trouble.Problem, Cut(trouble.Said), now);

    private static string Cut(string error) => error.Length <= LongestError ? error : error[..LongestError];
}
