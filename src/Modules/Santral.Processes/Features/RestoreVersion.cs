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

/// <summary>Puts an older version back on the canvas. It holds when it is published, as a version of its own: history is not rewritten.</summary>
public static class RestoreVersion
{
    /// <param name="Version">Of the draft it replaces; 0 where there is none.</param>
    public sealed record Request([property: Range(0, int.MaxValue)] int Version);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/processes/{document}/{unit}/versions/{number:int}/restore", HandleAsync)
        .RequirePermission(ProcessesPermissions.Settings).WithName("RestoreProcessVersion").WithTags("processes").WithSummary("Makes an older version the draft.");

    internal static async Task<Results<Ok<ProcessView>, ProblemHttpResult>> HandleAsync(
        [StringLength(40)] string document, [StringLength(40)] string unit, int number, Request body, Designs designs, ViewProcess view, ProcessesDb db, ITexts texts,
        ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var design = await designs.VersionAsync(designs.FindOrRefuse(document, unit).Kind, unit, number, stop);
        var draft = await designs.DraftAsync(document, unit, stop);
        if ((draft?.Version ?? 0) != body.Version)
        {
            return StaleSave.Problem(texts, user, await view.OfAsync(document, unit, stop));
        }

        var now = clock.GetUtcNow();
        if (draft is null)
        {
            db.Drafts.Add(DesignDraft.Begin(Guid.CreateVersion7(now), document, unit, number, design, user.Id, now));
        }
        else
        {
            draft.Restart(number, design, user.Id, now);
        }

        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (Exception meanwhile) when (meanwhile is DbUpdateException or Refusal { Kind: RefusalKind.Stale })
        {
            db.ChangeTracker.Clear();
            return StaleSave.Problem(texts, user, await view.OfAsync(document, unit, stop));
        }

        return TypedResults.Ok(await view.OfAsync(document, unit, stop));
    }
}
