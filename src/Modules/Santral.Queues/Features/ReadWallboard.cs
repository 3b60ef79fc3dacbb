using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Queues.Live;

namespace Santral.Queues.Features;

/// <summary>A supervisor opens the wallboard; from then on it is told what moves.</summary>
public static class ReadWallboard
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/queues/wallboard", Handle)
        .RequirePermission(QueuesPermissions.Watch)
        .WithName("ReadWallboard")
        .WithTags("queues")
        .WithSummary("Teams and agents of the units one may see, live.");

    internal static Ok<Wallboard> Handle(WallboardReader reader, Wallboards boards, TeamSight sight, ICurrentUser user)
    {
        // Before it is drawn: what moves meanwhile is told, and the younger board holds.
        boards.Watches(user.IdOrRefuse());
        return TypedResults.Ok(reader.Read(sight.Teams));
    }
}
