using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Queues.Live;

namespace Santral.Queues.Features;

/// <summary>A supervisor sees every team's figures.</summary>
public static class WatchQueues
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/queues", Handle)
        .RequirePermission(QueuesPermissions.Watch)
        .WithName("WatchQueues")
        .WithTags("queues")
        .WithSummary("Figures of all teams.");

    internal static Ok<IReadOnlyList<TeamFigures>> Handle(DeskReader desks) => TypedResults.Ok(desks.AllTeams());
}
