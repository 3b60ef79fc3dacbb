using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>The roles and what each allows; names for everybody's screens, so every signed-in person may read them.</summary>
internal static class ListRoles
{
    /// <param name="IsFixed">The administrator's role cannot be changed.</param>
    public sealed record Row(string Code, Names Names, IReadOnlyList<string> Permissions, bool IsFixed, int Version);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/roles", HandleAsync)
        .RequireAuthorization().WithName("ListRoles").WithTags("identity").WithSummary("The roles and what each allows");

    internal static async Task<Ok<List<Row>>> HandleAsync(IdentityDb db, PermissionCatalog catalog, CancellationToken stop)
    {
        var roles = await db.Roles.AsNoTracking().OrderBy(r => r.Order).ThenBy(r => r.Code).ToListAsync(stop);
        return TypedResults.Ok(roles.ConvertAll(r => Of(r, catalog)));
    }

    internal static Row Of(Role role, PermissionCatalog catalog)
        => new(role.Code, role.Names, [.. catalog.Of(role).Order(StringComparer.Ordinal)], role.HoldsAll, role.Version);
}
