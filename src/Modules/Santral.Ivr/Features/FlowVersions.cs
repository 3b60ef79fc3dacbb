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
/// The revisions of a flow, newest first, and the way back: an older one becomes the newest at once, as a revision of its own, because
/// callers are waiting. Somebody's draft stays.
/// </summary>
public static class FlowVersions
{
    public sealed record Row(int Version, DateTimeOffset At, string? By, string? Note, int Blocks);

    /// <param name="Published">The revision that holds now, as the person saw it.</param>
    public sealed record Request([property: Range(1, int.MaxValue)] int Published, [property: StringLength(FlowRevision.LongestNote)] string? Note);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ivr/flows/{code}/versions", HandleAsync)
            .RequirePermission(IvrPermissions.Read).WithName("ListFlowVersions").WithTags("ivr").WithSummary("The revisions of a flow, newest first.");
        routes.MapPost("/ivr/flows/{code}/versions/{number:int}/roll-back", RollBackAsync)
            .RequirePermission(IvrPermissions.Edit).WithName("RollBackFlow").WithTags("ivr").WithSummary("Publishes an older revision again; the next call meets it.");
    }

    internal static async Task<Ok<IReadOnlyList<Row>>> HandleAsync([StringLength(60)] string code, FlowDesk desk, ViewFlow view, IvrDb db, CancellationToken stop)
    {
        await desk.NewestAsync(code, stop);
        var revisions = await db.Flows.AsNoTracking().Where(f => f.Code == code).OrderByDescending(f => f.Revision).Take(100).ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<Row>>(
            [.. revisions.Select(r => new Row(r.Revision, r.PublishedAt, view.NameOf(r.PublishedBy), r.Note, Domain.Flow.Read(r.Document, out _)?.Nodes.Count ?? 0))]);
    }

    internal static async Task<Results<Ok<FlowView>, ProblemHttpResult>> RollBackAsync(
        [StringLength(60)] string code, int number, Request body, FlowDesk desk, ViewFlow view, IvrDb db, FlowLibrary library, PromptLibrary prompts, ITexts texts,
        ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var newest = await desk.NewestAsync(code, stop);
        var older = await desk.RevisionAsync(code, number, stop);
        if (newest.Revision != body.Published)
        {
            return StaleSave.Problem(texts, user, await view.OfAsync(code, stop));
        }

        if (older.Revision == newest.Revision)
        {
            throw new Refusal("ivr.version_holds");
        }

        // A team it names may be gone meanwhile.
        var flow = FlowDesk.ReadOrRefuse(older.Document) with { Numbers = FlowDesk.ReadOrRefuse(newest.Document).Numbers };
        desk.RefuseErrors(flow);
        if (!await prompts.SpeakAheadAsync(flow, stop))
        {
            throw new Refusal("ivr.texts_unspoken", RefusalKind.Unavailable);
        }

        db.Flows.Add(FlowRevision.Publish(Id.New<Domain.FlowId>(clock), flow, newest.Revision + 1, Typed.Line(body.Note), user.Id, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return StaleSave.Problem(texts, user, await view.OfAsync(code, stop));
        }

        await library.LoadAsync(db, stop);
        return TypedResults.Ok(await view.OfAsync(code, stop));
    }
}
