using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Ivr.Data;

namespace Santral.Ivr.Features;

/// <summary>Throws the draft away; what is published stays.</summary>
public static class DiscardDraft
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/ivr/flows/{code}/draft", HandleAsync)
        .RequirePermission(IvrPermissions.Edit).WithName("DiscardFlowDraft").WithTags("ivr").WithSummary("Throws the draft of a flow away.");

    internal static async Task<Results<Ok<FlowView>, ProblemHttpResult>> HandleAsync(
        [StringLength(60)] string code, int version, FlowDesk desk, ViewFlow view, IvrDb db, ITexts texts, ICurrentUser user, CancellationToken stop)
    {
        if (await desk.DraftAsync(code, stop) is { } draft)
        {
            if (draft.Version != version)
            {
                return StaleSave.Problem(texts, user, await view.OfAsync(code, stop));
            }

            db.Drafts.Remove(draft);
            await db.SaveChangesAsync(stop);
        }

        return TypedResults.Ok(await view.OfAsync(code, stop));
    }
}
