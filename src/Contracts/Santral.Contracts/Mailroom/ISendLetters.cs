using Santral.Contracts.Files;
using Santral.Contracts.Requests;

namespace Santral.Contracts.Mailroom;

/// <summary>Writes to the customer of a request for another module: a visit's time (H-11), what was done and its form (H-15).</summary>
public interface ISendLetters
{
    /// <summary>Stores a letter that goes at once. The same key again writes nothing: saved twice is mailed once.</summary>
    Task<LetterWritten> WriteAsync(LetterToCustomer letter, CancellationToken stop);
}

/// <param name="Key">Names the occasion: `visit:{id}:{version}`. Two letters never have the same.</param>
/// <param name="Text">In the customer's language; plain lines.</param>
/// <param name="Subject">Null takes the request's.</param>
/// <param name="Appointment">What his calendar is to be told (RFC 5545).</param>
/// <param name="By">Who wrote it; null for one that is written by itself.</param>
public sealed record LetterToCustomer(
    string Key, RequestId Request, string Text, string? Subject, Appointment? Appointment, IReadOnlyList<FileId> Files, UserId? By);

/// <summary>A time that was agreed on, as a calendar keeps it.</summary>
/// <param name="Uid">The same for every letter about this appointment.</param>
/// <param name="Sequence">Higher with each change, so that a calendar takes the newer one.</param>
public sealed record Appointment(string Uid, int Sequence, DateTimeOffset From, DateTimeOffset Until, string Title, string? Place, bool IsCancelled);

/// <param name="LetterId">Null where none was written.</param>
public sealed record LetterWritten(LetterWrittenKind Kind, Guid? LetterId);

public enum LetterWrittenKind
{
    Written,

    /// <summary>This occasion has its letter already.</summary>
    Before,

    /// <summary>No mailbox is set up for the unit.</summary>
    NoMailbox,

    /// <summary>No address of the customer is known.</summary>
    NoAddress,

    /// <summary>He wants to be reached in another way only (P-14).</summary>
    OtherWayOnly,
}
