using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Mailroom;
using Santral.Requests.Data;

namespace Santral.Requests.Reactions;

/// <summary>A letter a person wrote answers the customer when it is sent; open screens read the timeline again (W-S19).</summary>
internal sealed class WhenLetterMoved(RequestsDb db) : IReactTo<LetterMoved>
{
    public async Task ReactAsync(LetterMoved fact, CancellationToken stop)
    {
        if (await db.Requests.Include(r => r.Search).SingleOrDefaultAsync(r => r.Id == fact.RequestId, stop) is not { } request)
        {
            return;
        }

        if (fact is { State: LetterState.Sent, By: not null })
        {
            request.Answered(fact.At);
        }

        request.TellLetter();
    }
}
