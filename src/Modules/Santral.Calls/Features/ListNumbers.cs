using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Contracts.Calls;

namespace Santral.Calls.Features;

/// <summary>The numbers callers may dial; they belong to the flows that answer them.</summary>
public static class ListNumbers
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/calls/numbers", Handle)
        .RequirePermission(CallsPermissions.Log)
        .WithName("ListNumbers")
        .WithTags("calls")
        .WithSummary("Every number that can be dialled, with its unit.");

    internal static Ok<IReadOnlyList<ServiceNumber>> Handle(IKnowServiceNumbers numbers) => TypedResults.Ok(numbers.All);
}
