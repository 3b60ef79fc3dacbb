using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Queues.Live;

namespace Santral.Queues.Features;

/// <summary>An agent opens his desk: presence, phone, call, his teams, his day.</summary>
public static class ReadDesk
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/desk", Handle)
        .RequireAuthorization()
        .WithName("ReadDesk")
        .WithTags("queues")
        .WithSummary("The signed-in agent's desk.");

    internal static Ok<DeskSnapshot> Handle(DeskReader desks, ICurrentUser user) => TypedResults.Ok(desks.Snapshot(user.IdOrRefuse()));
}
