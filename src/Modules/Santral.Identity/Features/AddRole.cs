using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>Defines a role of the organisation's own.</summary>
internal static class AddRole
{
    public sealed record Request(
        [property: Required, MaxLength(40)] string Code, [property: Required] Names Names, [property: Required, MaxLength(200)] IReadOnlyList<string> Permissions);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/roles", HandleAsync)
        .RequirePermission(IdentityPermissions.Settings).WithName("AddRole").WithTags("identity").WithSummary("Define a role");

    internal static async Task<Created<ListRoles.Row>> HandleAsync(
        Request request, ICurrentUser actor, PermissionCatalog catalog, PeopleChanges changes, IdentityDb db, Turns turns, TimeProvider clock, CancellationToken stop)
    {
        using var turn = await turns.TakeAsync("people", stop);
        catalog.CheckKnown(request.Permissions);
        Rights.CheckWithin(actor, request.Permissions);
        if (await db.Roles.AnyAsync(r => r.Code == request.Code, stop))
        {
            throw new Refusal("identity.role_code_taken", RefusalKind.State, ("role", request.Code));
        }

        var last = await db.Roles.MaxAsync(r => (int?)r.Order, stop) ?? 0;
        var role = Role.Define(Id.New<RoleId>(clock), request.Code, request.Names, request.Permissions, last + 1);
        db.Roles.Add(role);
        await db.SaveChangesAsync(stop);
        await changes.TellAsync();
        return TypedResults.Created($"/api/roles/{role.Code}", ListRoles.Of(role, catalog));
    }
}
