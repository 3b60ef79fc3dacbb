using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Identity.Data;

namespace Santral.Identity.Features;

/// <summary>Fills an empty installation with the demo, every module's part or none.</summary>
internal static class LoadDemo
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/setup/demo", HandleAsync)
        .AllowAnonymous().WithName("LoadDemo").WithTags("identity").WithSummary("Load the demo into an empty installation");

    internal static async Task<Ok<ShowSetUp.Response>> HandleAsync(DemoLoader loader, OrganisationInMemory organisation, People people)
    {
        // Not bound to the request: a closed browser does not stop what is half done.
        await loader.LoadAsync(CancellationToken.None);
        return TypedResults.Ok(ShowSetUp.Of(organisation, people));
    }
}
