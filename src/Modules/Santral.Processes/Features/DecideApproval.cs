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

/// <summary>A checker decides: approves, approves in part, rejects, reviews or warns (P-16 … P-19). The document's own module does it in its save.</summary>
public static class DecideApproval
{
    /// <param name="Version">Of the document, as the decision panel showed it.</param>
    /// <param name="Part">What is approved, when not all is.</param>
    public sealed record Request(
        [property: Range(0, int.MaxValue)] int Version,
        [property: Required] Outcome? Outcome,
        [property: StringLength(Process.LongestComment)] string? Comment,
        [property: StringLength(Process.LongestComment)] string? Part);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/processes/approvals/{document}/{id:guid}", HandleAsync)
        .RequireAuthorization().WithName("DecideApproval").WithTags("processes").WithSummary("Decides on a document that waits for approval.");

    internal static async Task<NoContent> HandleAsync(
        [StringLength(40)] string document, Guid id, Request body, ReadApprovals approvals, ICurrentUser user, CancellationToken stop)
    {
        user.IdOrRefuse();
        var act = Act.Vote(body.Outcome!.Value, Typed.Lines(body.Comment), Typed.Lines(body.Part));
        await approvals.ListOrRefuse(document).DecideAsync(id, body.Version, act, stop);
        return TypedResults.NoContent();
    }
}
