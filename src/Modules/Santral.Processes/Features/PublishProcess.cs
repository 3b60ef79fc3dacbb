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

/// <summary>Makes the draft the version that holds. Refused while it has an error, and while documents would lose the stage they stand in.</summary>
public static class PublishProcess
{
    /// <param name="Moves">For each stage that is gone and has documents: where they go.</param>
    public sealed record Request(
        [property: Range(0, int.MaxValue)] int Version, [property: StringLength(DesignVersion.LongestNote)] string? Note, IReadOnlyDictionary<string, string?>? Moves);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/processes/{document}/{unit}/publish", HandleAsync)
        .RequirePermission(ProcessesPermissions.Settings).WithName("PublishProcess").WithTags("processes").WithSummary("Publishes the draft; documents follow it at once.");

    internal static async Task<Results<Ok<ProcessView>, ProblemHttpResult>> HandleAsync(
        [StringLength(40)] string document, [StringLength(40)] string unit, Request body, Designs designs, ViewProcess view, ProcessesDb db, ProcessBook book, ITexts texts,
        ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var (kind, _) = designs.FindOrRefuse(document, unit);
        var draft = await designs.DraftAsync(document, unit, stop) ?? throw new Refusal("processes.no_draft");
        if (draft.Version != body.Version)
        {
            return StaleSave.Problem(texts, user, await view.OfAsync(document, unit, stop));
        }

        var design = draft.Design;
        var errors = designs.ProblemsOf(design, kind).Count(p => p.Severity == Severity.Error);
        if (errors > 0)
        {
            throw new Refusal("processes.has_errors", RefusalKind.Invalid, ("count", errors));
        }

        var published = book.Of(document, unit);
        var moves = StageMoves.Of(published, design, await designs.StandingAsync(document, unit, stop), body.Moves);
        var now = clock.GetUtcNow();
        var number = ((await designs.NewestAsync(document, unit, stop))?.Number ?? 0) + 1;
        db.Versions.Add(DesignVersion.Publish(Guid.CreateVersion7(now), document, unit, number, design, moves, Typed.Line(body.Note), user.Id, now));
        db.Drafts.Remove(draft);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (Exception meanwhile) when (meanwhile is DbUpdateException or Refusal { Kind: RefusalKind.Stale })
        {
            db.ChangeTracker.Clear();
            return StaleSave.Problem(texts, user, await view.OfAsync(document, unit, stop));
        }

        await book.ReadAsync(stop);
        return TypedResults.Ok(await view.OfAsync(document, unit, stop));
    }
}
