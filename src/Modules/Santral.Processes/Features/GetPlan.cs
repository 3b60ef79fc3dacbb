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

/// <summary>The plan that documents follow now, for everybody who works with them.</summary>
public static class GetPlan
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/processes/{document}/{unit}/plan", Handle)
        .RequireAuthorization().WithName("GetProcessPlan").WithTags("processes").WithSummary("The published stages and transitions.");

    internal static Ok<PublishedView> Handle([StringLength(40)] string document, [StringLength(40)] string unit, Designs designs, ProcessBook book)
    {
        designs.FindOrRefuse(document, unit);
        var process = book.Of(document, unit);
        return TypedResults.Ok(new PublishedView(process.Version, null, null, null, Design.Of(process)));
    }
}
