using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>Changes what a role is called and allows; it holds for the next request of everybody who has it.</summary>
internal static class ChangeRole
{
    public sealed record Request(
        [property: Required] int? Version, [property: Required] Names Names, [property: Required, MaxLength(200)] IReadOnlyList<string> Permissions);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/roles/{code}", HandleAsync)
        .RequirePermission(IdentityPermissions.Settings).WithName("ChangeRole").WithTags("identity").WithSummary("Change what a role allows");

    internal static async Task<Ok<ListRoles.Row>> HandleAsync(
        string code, Request request, ICurrentUser actor, RoleBook roles, PeopleChanges changes, IdentityDb db, Turns turns, CancellationToken stop)
    {
        using var turn = await turns.TakeAsync("people", stop);
        var role = await roles.FindAsync(code, stop);
        db.Entry(role).Property(r => r.Version).OriginalValue = request.Version!.Value;
        roles.Catalog.CheckKnown(request.Permissions);
        var next = request.Permissions.ToHashSet(StringComparer.Ordinal);
        next.SymmetricExceptWith(roles.Catalog.Of(role));
        Rights.CheckWithin(actor, next);
        role.Describe(request.Names, request.Permissions);
        await db.SaveChangesAsync(stop);
        await changes.TellAsync();
        return TypedResults.Ok(ListRoles.Of(role, roles.Catalog));
    }
}
