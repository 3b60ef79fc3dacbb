using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;
using Santral.Requests.Templates;

namespace Santral.Requests.Reactions;

/// <summary>A request that came through the web is answered by itself, as a note the customer sees (P-15).</summary>
internal sealed class WhenWrittenByWeb(RequestsDb db, AnswerByItself answers, TimeProvider clock) : IReactTo<RequestOpened>
{
    // A receipt that comes late is worse than none; the fact may have waited for a process that stood still.
    private static readonly TimeSpan TooLate = TimeSpan.FromHours(1);

    public async Task ReactAsync(RequestOpened fact, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (now - fact.At < TooLate
            && await db.Requests.Include(r => r.Watchers).SingleOrDefaultAsync(r => r.Id == fact.RequestId, stop) is { MergedIntoId: null } request
            && AnswerByItself.Answers(request.Channel)
            && await answers.OnAsync(request, stop) is { } text)
        {
            db.Notes.Add(Note.Write(request, text, customerSees: true, by: null, now));
        }
    }
}
