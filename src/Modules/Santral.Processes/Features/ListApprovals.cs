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

/// <summary>What waits for the signed-in person's decision, of every kind of document (P-16).</summary>
public static class ListApprovals
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/processes/approvals", MineAsync)
            .RequireAuthorization().WithName("ListApprovals").WithTags("processes").WithSummary("What waits for the decision of who asks, oldest first.");
        routes.MapGet("/processes/approvals/{document}/{id:guid}", OneAsync)
            .RequireAuthorization().WithName("GetApproval").WithTags("processes").WithSummary("How the approval of one document stands.");
    }

    internal static async Task<Ok<IReadOnlyList<ApprovalView>>> MineAsync(ReadApprovals approvals, CancellationToken stop)
        => TypedResults.Ok(await approvals.MineAsync(stop));

    internal static async Task<Ok<ApprovalView>> OneAsync([StringLength(40)] string document, Guid id, ReadApprovals approvals, CancellationToken stop)
        => TypedResults.Ok(await approvals.OneAsync(document, id, stop));
}
