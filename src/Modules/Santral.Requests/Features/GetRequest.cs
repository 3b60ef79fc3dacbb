using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Santral.Requests.Features;

/// <summary>One request with everything its form shows (W-S03).</summary>
public static class GetRequest
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/requests/{id}", HandleAsync)
        .RequirePermission(RequestsPermissions.Read)
        .WithName("GetRequest")
        .WithTags("requests")
        .WithSummary("One request with its stage, its next stages and its calls.");

    internal static async Task<Ok<RequestCard>> HandleAsync(RequestId id, ReadRequest read, CancellationToken stop)
        => TypedResults.Ok(await read.CardAsync(id, stop));
}
