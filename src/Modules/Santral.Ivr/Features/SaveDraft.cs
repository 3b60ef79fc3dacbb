using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Ivr.Data;
using Santral.Ivr.Domain;

namespace Santral.Ivr.Features;

/// <summary>Keeps what is being drawn; saved while drawing, so that nothing is lost. It may be unfinished: its problems come back with it.</summary>
public static class SaveDraft
{
    /// <param name="Version">Of the draft it changes; 0 to begin one.</param>
    /// <param name="Document">The whole flow; its code, unit and numbers stay as they are published.</param>
    public sealed record Request([property: Range(0, int.MaxValue)] int Version, JsonElement Document);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/ivr/flows/{code}/draft", HandleAsync)
        .RequirePermission(IvrPermissions.Edit).WithName("SaveFlowDraft").WithTags("ivr").WithSummary("Saves the draft of a flow.");

    internal static async Task<Results<Ok<FlowView>, ProblemHttpResult>> HandleAsync(
        [StringLength(60)] string code, Request body, FlowDesk desk, ViewFlow view, IvrDb db, ITexts texts, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var newest = await desk.NewestAsync(code, stop);
        var flow = FlowDocument.Read(body.Document, FlowDesk.ReadOrRefuse(newest.Document));
        var draft = await desk.DraftAsync(code, stop);
        if ((draft?.Version ?? 0) != body.Version)
        {
            return StaleSave.Problem(texts, user, await view.OfAsync(code, stop));
        }

        try
        {
            var now = clock.GetUtcNow();
            if (draft is null)
            {
                db.Drafts.Add(FlowDraft.Begin(Guid.CreateVersion7(now), newest.Revision, flow, user.Id, now));
            }
            else
            {
                draft.Draw(flow, user.Id, now);
            }

            await db.SaveChangesAsync(stop);
        }
        catch (Exception meanwhile) when (meanwhile is DbUpdateException or Refusal { Kind: RefusalKind.Stale })
        {
            db.ChangeTracker.Clear();
            return StaleSave.Problem(texts, user, await view.OfAsync(code, stop));
        }

        return TypedResults.Ok(await view.OfAsync(code, stop));
    }
}
