using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>One act on many requests. Each stands for itself: what is refused is told row by row, the rest is done and can be taken back.</summary>
public static class ChangeMany
{
    public const int Most = 200;

    /// <summary>Exactly the part that <paramref name="Kind"/> names is read; closing is the stage of that kind.</summary>
    /// <param name="UserId">For the owner; null takes it from everybody.</param>
    /// <param name="StageKind">Instead of a stage's code, so that requests of several units can be closed at once.</param>
    public sealed record Act(
        BulkKind Kind,
        UserId? UserId = null,
        TeamId? TeamId = null,
        DefinitionId? PriorityId = null,
        [StringLength(40)] string? Stage = null,
        StageKind? StageKind = null,
        [StringLength(Domain.Request.LongestComment)] string? Comment = null,
        [MaxLength(Domain.Request.MostTags)] IReadOnlyList<string>? AddTags = null,
        [MaxLength(Domain.Request.MostTags)] IReadOnlyList<string>? RemoveTags = null);

    public sealed record Request([MinLength(1), MaxLength(Most)] IReadOnlyList<RequestId> Ids, Act Act);

    /// <param name="Code">Null when it was done; else the refusal's code, with its text in the reader's language.</param>
    public sealed record Row(RequestId Id, string? Number, string? Code, string? Text);

    /// <param name="UndoId">With which the act can be taken back; null when nothing was done.</param>
    public sealed record Response(Guid? UndoId, IReadOnlyList<Row> Rows);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/requests/bulk", HandleAsync)
            .RequirePermission(RequestsPermissions.Write)
            .WithName("ChangeManyRequests")
            .WithTags("requests")
            .WithSummary("Does the same to many requests and tells of each whether it was done.");
        routes.MapPost("/requests/bulk/{id}/undo", UndoAsync)
            .RequirePermission(RequestsPermissions.Write)
            .WithName("UndoManyRequests")
            .WithTags("requests")
            .WithSummary("Takes an act on many requests back, where nobody changed them since.");
    }

    internal static async Task<Ok<Response>> HandleAsync(Request body, BulkRunner runner, CancellationToken stop)
        => TypedResults.Ok(await runner.RunAsync([.. body.Ids.Distinct()], body.Act, stop));

    internal static async Task<Ok<Response>> UndoAsync(Guid id, BulkRunner runner, CancellationToken stop)
        => TypedResults.Ok(await runner.UndoAsync(id, stop));
}
