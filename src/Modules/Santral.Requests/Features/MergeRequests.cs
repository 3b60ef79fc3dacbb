using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Requests.Data;

namespace Santral.Requests.Features;

/// <summary>Follows one request in another one from now on, and takes that back within thirty days.</summary>
public static class MergeRequests
{
    /// <param name="Version">Of the request that is followed in the other one.</param>
    /// <param name="IntoVersion">Of the one that remains.</param>
    /// <param name="Take">Names of the fields whose values the remaining one takes over: `subject`, `category`, `owner`.</param>
    public sealed record Request(int Version, RequestId IntoId, int IntoVersion, [MaxLength(30)] IReadOnlyList<string>? Take);

    public sealed record UndoRequest(int Version);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/requests/{id}/merge", MergeAsync)
            .RequirePermission(RequestsPermissions.Merge)
            .WithName("MergeRequest")
            .WithTags("requests")
            .WithSummary("Merges a request into another one; the answer is the one that remains.");
        routes.MapPost("/requests/{id}/unmerge", UnmergeAsync)
            .RequirePermission(RequestsPermissions.Merge)
            .WithName("UnmergeRequest")
            .WithTags("requests")
            .WithSummary("Takes back that a request was merged into another one; the answer is the request.");
    }

    internal static async Task<Results<Ok<RequestCard>, ProblemHttpResult>> MergeAsync(
        RequestId id, Request body, ReadRequest read, Merging merging, RequestsDb db, ITexts texts, ICurrentUser user, CancellationToken stop)
    {
        Results<Ok<RequestCard>, ProblemHttpResult>? answer = null;
        await db.AloneAsync(
            async () => answer = await read.ChangeAsync(
                body.IntoId,
                body.IntoVersion,
                db,
                texts,
                user,
                async into => await merging.MergeAsync(await read.LoadAsync(id, stop), body.Version, into, body.Take ?? [], stop),
                stop),
            stop);
        return answer!;
    }

    internal static async Task<Results<Ok<RequestCard>, ProblemHttpResult>> UnmergeAsync(
        RequestId id, UndoRequest body, ReadRequest read, Merging merging, RequestsDb db, ITexts texts, ICurrentUser user, CancellationToken stop)
    {
        Results<Ok<RequestCard>, ProblemHttpResult>? answer = null;
        await db.AloneAsync(
            async () => answer = await read.ChangeAsync(id, body.Version, db, texts, user, from => merging.UnmergeAsync(from, stop), stop),
            stop);
        return answer!;
    }
}
