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

/// <summary>One process for its designer: what is published, what is being drawn, what is wrong with it.</summary>
public static class GetProcess
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/processes/{document}/{unit}", HandleAsync)
        .RequirePermission(ProcessesPermissions.Settings).WithName("GetProcess").WithTags("processes").WithSummary("Published version, draft and problems of one process.");

    internal static async Task<Ok<ProcessView>> HandleAsync(
        [StringLength(40)] string document, [StringLength(40)] string unit, ViewProcess view, CancellationToken stop)
        => TypedResults.Ok(await view.OfAsync(document, unit, stop));
}
