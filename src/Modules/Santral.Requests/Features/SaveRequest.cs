using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>What every change of a request does the same: load, compare versions, change, save; a stale one shows what is stored now.</summary>
internal static class SaveRequest
{
    public static async Task<Results<Ok<RequestCard>, ProblemHttpResult>> ChangeAsync(
        this ReadRequest read, RequestId id, int version, RequestsDb db, ITexts texts, ICurrentUser user, Func<Request, Task> change, CancellationToken stop)
    {
        var request = await read.LoadAsync(id, stop);
        if (request.Version != version)
        {
            return StaleSave.Problem(texts, user, await read.CardAsync(request, stop));
        }

        await change(request);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (Refusal refusal) when (refusal.Kind == RefusalKind.Stale)
        {
            db.ChangeTracker.Clear();
            return StaleSave.Problem(texts, user, await read.CardAsync(id, stop));
        }

        return TypedResults.Ok(await read.CardAsync(request, stop));
    }
}
