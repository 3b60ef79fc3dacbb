using Santral.Contracts.Requests;

namespace Santral.Contracts.Mailroom;

/// <summary>A letter about a request was written, taken back, sent, or came back.</summary>
/// <param name="By">Who wrote it; null for one that was written by itself.</param>
/// <param name="To">The first address it goes to.</param>
[Fact("mailroom.letter_moved", 1)]
public sealed record LetterMoved(Guid LetterId, RequestId RequestId, LetterState State, UserId? By, string To, DateTimeOffset At) : IFact;
