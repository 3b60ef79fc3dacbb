using Santral.Requests.Data;

namespace Santral.Requests.Reactions;

/// <summary>Who spoke with the customer and how long he had waited.</summary>
internal sealed class WhenCallAnswered(RequestsDb db) : IReactTo<CallAnswered>
{
    public async Task ReactAsync(CallAnswered fact, CancellationToken stop)
        => (await db.ContactAsync(fact.CallId, fact.At, stop)).Answered(fact);
}
