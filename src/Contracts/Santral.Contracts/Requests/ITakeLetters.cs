using Santral.Contracts.Customers;
using Santral.Contracts.Definitions;

namespace Santral.Contracts.Requests;

/// <summary>What letters do to requests: one opens a request or joins one (H-01, H-02). Asked again for the same letter, the answer is the same.</summary>
public interface ITakeLetters
{
    /// <summary>Opens a numbered request. Its id is the letter's, so that one letter never opens two.</summary>
    Task<LetterTaken> OpenAsync(OpeningLetter letter, CancellationToken stop);

    /// <summary>
    /// Joins a letter to a request, or to the one that is followed in. A customer's letter takes up again what had ended or waited for him;
    /// a machine's letter only joins.
    /// </summary>
    /// <returns>Null when there is no such request, or when it ended too long ago: then the letter opens a new one.</returns>
    Task<LetterTaken?> JoinAsync(JoiningLetter letter, CancellationToken stop);

    /// <summary>The answer a letter gets by itself, filled in in the customer's language (P-15, H-03); null where no template fits.</summary>
    Task<string?> AnswerAsync(RequestId id, CancellationToken stop);

    /// <summary>Who has the request in hand; null while nobody has.</summary>
    Task<UserId?> OwnerAsync(RequestId id, CancellationToken stop);
}

/// <param name="Category">A row of the request categories; one that the unit does not offer is left out.</param>
/// <param name="Follows">An older request it has to do with.</param>
/// <param name="IsFax">It came through a fax gateway (M-02).</param>
/// <param name="At">When it was taken in.</param>
public sealed record OpeningLetter(
    Guid LetterId, string Unit, DefinitionId? Category, CustomerId? Customer, string Subject, string Text, RequestId? Follows, bool IsFax, DateTimeOffset At);

/// <param name="From">Who wrote, as people read it.</param>
/// <param name="IsAutomatic">Written by a machine: an out-of-office note, a report.</param>
/// <param name="TakesUpWithin">How long after its end a request is taken up again.</param>
public sealed record JoiningLetter(Guid LetterId, RequestId Request, CustomerId? Customer, string From, bool IsAutomatic, bool IsFax, TimeSpan TakesUpWithin, DateTimeOffset At);

/// <summary>The request a letter belongs to now.</summary>
public sealed record LetterTaken(RequestId Id, string Number, string Unit, string Subject, CustomerId? Customer, UserId? Owner);
