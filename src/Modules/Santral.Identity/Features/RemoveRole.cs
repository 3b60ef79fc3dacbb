using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>Removes a role nobody has (D7: what is used stays).</summary>
internal static class RemoveRole
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/roles/{code}", HandleAsync)
        .RequirePermission(IdentityPermissions.Settings).WithName("RemoveRole").WithTags("identity").WithSummary("Remove a role nobody has");

    internal static async Task<NoContent> HandleAsync(
        string code, ICurrentUser actor, RoleBook roles, People people, PeopleChanges changes, IdentityDb db, Turns turns, CancellationToken stop)
    {
        using var turn = await turns.TakeAsync("people", stop);
        var role = await roles.FindAsync(code, stop);
        if (role.HoldsAll)
        {
            throw new Refusal("identity.role_fixed");
        }

        if (people.KnowAll().Any(p => p.Roles.Contains(code)))
        {
            throw new Refusal("identity.role_in_use", RefusalKind.State, ("role", code));
        }

        Rights.CheckMayChangeRoles(actor, [role], roles.Catalog);
        db.Roles.Remove(role);
        await db.SaveChangesAsync(stop);
        await changes.TellAsync();
        return TypedResults.NoContent();
    }
}
