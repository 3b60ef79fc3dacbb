namespace Santral.Contracts.Mailroom;

/// <summary>
/// Sends a letter to somebody of the house at once, from a mailbox of the unit or else any other. Whoever asks keeps it until it went: a try that
/// failed is repeated with the same identity, and so with the same Message-ID.
/// </summary>
public interface IMailColleagues
{
    Task<ColleagueMail> SendAsync(LetterToColleague letter, CancellationToken stop);
}

/// <param name="Unit">Whose mailbox sends it.</param>
/// <param name="Text">In the reader's language; plain lines.</param>
public sealed record LetterToColleague(Guid Id, string Unit, string Address, string Name, string Subject, string Text, DateTimeOffset At);

/// <param name="Problem">Code of the text `mail.problem.(code)`; null where it went.</param>
/// <param name="Said">The place, or the server's own words where it spoke.</param>
public sealed record ColleagueMail(ColleagueMailEnd End, string? Problem = null, string? Said = null);

public enum ColleagueMailEnd
{
    /// <summary>A server took it.</summary>
    Sent,

    /// <summary>There is no mailbox to send from.</summary>
    NoMailbox,

    /// <summary>Worth another try.</summary>
    Failed,

    /// <summary>Trying again can never work.</summary>
    Refused,
}
