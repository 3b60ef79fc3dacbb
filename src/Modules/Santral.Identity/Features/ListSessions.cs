using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>The devices a person is signed in on.</summary>
internal static class ListSessions
{
    private const int Most = 100;

    public sealed record Row(SessionId Id, string Device, string Address, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, bool IsThis);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/me/sessions", HandleAsync)
        .RequireSession().WithName("ListSessions").WithTags("identity").WithSummary("The devices one is signed in on");

    internal static async Task<Ok<List<Row>>> HandleAsync(HttpContext http, ICurrentUser current, IdentityDb db, TimeProvider clock, CancellationToken stop)
    {
        var user = current.IdOrRefuse();
        var now = clock.GetUtcNow();
        var mine = Principals.SessionOf(http.User);
        var rows = await db.Sessions.AsNoTracking()
            .Where(s => s.UserId == user && s.RevokedAt == null && s.ExpiresAt > now)
            .OrderByDescending(s => s.LastSeenAt)
            .Take(Most)
            .ToListAsync(stop);
        return TypedResults.Ok(rows.ConvertAll(s => new Row(s.Id, s.Device, s.Address, s.CreatedAt, s.LastSeenAt, s.Id == mine)));
    }
}
