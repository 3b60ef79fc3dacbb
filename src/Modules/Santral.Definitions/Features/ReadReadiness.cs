using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Contracts.Identity;
using Santral.Definitions.Data;
using Santral.Definitions.Domain;

namespace Santral.Definitions.Features;

/// <summary>Which prerequisites of seed 000 are done and which are missing (P-07).</summary>
public static class ReadReadiness
{
    /// <param name="Ready">Complete ones, and those with only a warning.</param>
    public sealed record Response(int Ready, int Total, IReadOnlyList<Prerequisite> Rows);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/definitions/readiness", HandleAsync)
        .RequireAuthorization().WithName("ReadReadiness").WithTags("definitions").WithSummary("The prerequisites W-D01 to W-D23, done or missing.");

    internal static async Task<Ok<Response>> HandleAsync(
        ReadTables tables, IEnumerable<IReportReadiness> reporters, IOrganisation organisation, CancellationToken stop)
    {
        var reports = new List<ReadinessRow>();
        foreach (var reporter in reporters)
        {
            reports.AddRange(await reporter.ReportAsync(stop));
        }

        var rows = Prerequisites.Of(await tables.AllAsync(stop), reports, [.. organisation.Units.Select(u => u.Code)]);
        return TypedResults.Ok(new Response(rows.Count(r => r.State is ReadinessState.Ready or ReadinessState.Warning), rows.Count, rows));
    }
}
