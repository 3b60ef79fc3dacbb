using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Processes.Data;
using Santral.Processes.Domain;

namespace Santral.Processes.Features;

/// <summary>Throws the draft away; what is published stays.</summary>
public static class DiscardDraft
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/processes/{document}/{unit}/draft", HandleAsync)
        .RequirePermission(ProcessesPermissions.Settings).WithName("DiscardProcessDraft").WithTags("processes").WithSummary("Throws the draft of a process away.");

    internal static async Task<Results<Ok<ProcessView>, ProblemHttpResult>> HandleAsync(
        [StringLength(40)] string document, [StringLength(40)] string unit, int version, Designs designs, ViewProcess view, ProcessesDb db, ITexts texts, ICurrentUser user,
        CancellationToken stop)
    {
        designs.FindOrRefuse(document, unit);
        if (await designs.DraftAsync(document, unit, stop) is { } draft)
        {
            if (draft.Version != version)
            {
                return StaleSave.Problem(texts, user, await view.OfAsync(document, unit, stop));
            }

            db.Drafts.Remove(draft);
            await db.SaveChangesAsync(stop);
        }

        return TypedResults.Ok(await view.OfAsync(document, unit, stop));
    }
}
