using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Ivr.Data;
using Santral.Ivr.Flows;
using Santral.Ivr.Prompts;

namespace Santral.Ivr.Features;

/// <summary>
/// Makes the draft the revision new callers meet; calls under way finish on theirs. Refused while it has an error, and while its words
/// have no sound: nobody is to hear silence.
/// </summary>
public static class PublishFlow
{
    public sealed record Request([property: Range(1, int.MaxValue)] int Version, [property: StringLength(FlowRevision.LongestNote)] string? Note);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/ivr/flows/{code}/publish", HandleAsync)
        .RequirePermission(IvrPermissions.Edit).WithName("PublishFlow").WithTags("ivr").WithSummary("Publishes the draft; the next call meets it.");

    internal static async Task<Results<Ok<FlowView>, ProblemHttpResult>> HandleAsync(
        [StringLength(60)] string code, Request body, FlowDesk desk, ViewFlow view, IvrDb db, FlowLibrary library, PromptLibrary prompts, ITexts texts, ICurrentUser user,
        TimeProvider clock, CancellationToken stop)
    {
        var newest = await desk.NewestAsync(code, stop);
        var draft = await desk.DraftAsync(code, stop) ?? throw new Refusal("ivr.no_draft");
        if (draft.Version != body.Version)
        {
            return StaleSave.Problem(texts, user, await view.OfAsync(code, stop));
        }

        // Numbers may have been given to and taken from the flow since the drawing began.
        var flow = FlowDesk.ReadOrRefuse(draft.Document) with { Numbers = FlowDesk.ReadOrRefuse(newest.Document).Numbers };
        desk.RefuseErrors(flow);
        if (!await prompts.SpeakAheadAsync(flow, stop))
        {
            throw new Refusal("ivr.texts_unspoken", RefusalKind.Unavailable);
        }

        var now = clock.GetUtcNow();
        db.Flows.Add(FlowRevision.Publish(Id.New<Domain.FlowId>(clock), flow, newest.Revision + 1, Typed.Line(body.Note), user.Id, now));
        db.Drafts.Remove(draft);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (Exception meanwhile) when (meanwhile is DbUpdateException or Refusal { Kind: RefusalKind.Stale })
        {
            db.ChangeTracker.Clear();
            return StaleSave.Problem(texts, user, await view.OfAsync(code, stop));
        }

        await library.LoadAsync(db, stop);
        return TypedResults.Ok(await view.OfAsync(code, stop));
    }
}
