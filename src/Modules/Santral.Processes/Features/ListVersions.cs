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

/// <summary>The versions of a process, newest first, and one of them.</summary>
public static class ListVersions
{
    /// <param name="Number">0 for the stages the unit began with.</param>
    public sealed record Row(int Number, DateTimeOffset? At, string? By, string? Note, int Stages);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/processes/{document}/{unit}/versions", HandleAsync)
            .RequirePermission(ProcessesPermissions.Settings).WithName("ListProcessVersions").WithTags("processes").WithSummary("The versions of a process, newest first.");
        routes.MapGet("/processes/{document}/{unit}/versions/{number:int}", OneAsync)
            .RequirePermission(ProcessesPermissions.Settings).WithName("GetProcessVersion").WithTags("processes").WithSummary("One version of a process.");
    }

    internal static async Task<Ok<IReadOnlyList<Row>>> HandleAsync(
        [StringLength(40)] string document, [StringLength(40)] string unit, Designs designs, ViewProcess view, ProcessesDb db, CancellationToken stop)
    {
        var (kind, _) = designs.FindOrRefuse(document, unit);
        var versions = await db.Versions.AsNoTracking().Where(v => v.Document == document && v.Unit == unit).OrderByDescending(v => v.Number).Take(200).ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<Row>>(
        [
            .. versions.Select(v => new Row(v.Number, v.PublishedAt, view.NameOf(v.PublishedBy), v.Note, v.Design.Stages.Count)),
            new Row(0, null, null, null, kind.Starting(unit).Stages.Count),
        ]);
    }

    internal static async Task<Ok<Design>> OneAsync(
        [StringLength(40)] string document, [StringLength(40)] string unit, int number, Designs designs, CancellationToken stop)
        => TypedResults.Ok(await designs.VersionAsync(designs.FindOrRefuse(document, unit).Kind, unit, number, stop));
}
