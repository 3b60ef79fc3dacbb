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

/// <summary>Keeps what is being drawn; saved while drawing, so that nothing is lost. It may be unfinished: its problems come back with it.</summary>
public static class SaveDraft
{
    /// <param name="Version">Of the draft it changes; 0 to begin one.</param>
    public sealed record Request([property: Range(0, int.MaxValue)] int Version, [property: Required] Design? Design);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/processes/{document}/{unit}/draft", HandleAsync)
        .RequirePermission(ProcessesPermissions.Settings).WithName("SaveProcessDraft").WithTags("processes").WithSummary("Saves the draft of a process.");

    internal static async Task<Results<Ok<ProcessView>, ProblemHttpResult>> HandleAsync(
        [StringLength(40)] string document, [StringLength(40)] string unit, Request body, Designs designs, ViewProcess view, ProcessesDb db, ITexts texts, ICurrentUser user,
        TimeProvider clock, CancellationToken stop)
    {
        designs.FindOrRefuse(document, unit);
        var design = CleanDesign.Of(body.Design);
        var draft = await designs.DraftAsync(document, unit, stop);
        if ((draft?.Version ?? 0) != body.Version)
        {
            return StaleSave.Problem(texts, user, await view.OfAsync(document, unit, stop));
        }

        try
        {
            var now = clock.GetUtcNow();
            if (draft is null)
            {
                var basedOn = (await designs.NewestAsync(document, unit, stop))?.Number ?? 0;
                db.Drafts.Add(DesignDraft.Begin(Guid.CreateVersion7(now), document, unit, basedOn, design, user.Id, now));
            }
            else
            {
                draft.Draw(design, user.Id, now);
            }

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
