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

/// <summary>What differs between two versions, or between a version and the draft.</summary>
public static class CompareVersions
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/processes/{document}/{unit}/diff", HandleAsync)
        .RequirePermission(ProcessesPermissions.Settings).WithName("CompareProcessVersions").WithTags("processes").WithSummary("What differs between two versions; without `to` the draft is compared.");

    internal static async Task<Ok<DesignDiff>> HandleAsync(
        [StringLength(40)] string document, [StringLength(40)] string unit, Designs designs, CancellationToken stop, [Range(0, int.MaxValue)] int? from = null, [Range(0, int.MaxValue)] int? to = null)
    {
        var (kind, _) = designs.FindOrRefuse(document, unit);
        var newest = (await designs.NewestAsync(document, unit, stop))?.Number ?? 0;
        var left = await designs.VersionAsync(kind, unit, from ?? newest, stop);
        var right = to is { } number
            ? await designs.VersionAsync(kind, unit, number, stop)
            : (await designs.DraftAsync(document, unit, stop))?.Design ?? await designs.VersionAsync(kind, unit, newest, stop);
        return TypedResults.Ok(DesignDiff.Between(left, right));
    }
}
