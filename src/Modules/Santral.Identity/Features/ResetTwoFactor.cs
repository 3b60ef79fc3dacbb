using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>Takes the second factor off the account of somebody who lost phone and paper; all his devices are signed out.</summary>
internal static class ResetTwoFactor
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/users/{id}/two-factor", HandleAsync)
        .RequirePermission(IdentityPermissions.Users).WithName("ResetTwoFactor").WithTags("identity").WithSummary("Take a person's second factor off");

    internal static async Task<NoContent> HandleAsync(
        UserId id, ICurrentUser actor, People people, UserSessions sessions, PeopleChanges changes, IdentityDb db, CancellationToken stop)
    {
        var known = people.Know(id) ?? throw new Refusal("identity.user_unknown", RefusalKind.Unknown);
        Rights.CheckMayUnlock(actor, known);
        var factor = await db.TwoFactors.FirstOrDefaultAsync(f => f.UserId == id, stop);
        if (factor is not { IsOn: true })
        {
            throw new Refusal("identity.two_factor_off");
        }

        db.TwoFactors.Remove(factor);
        await sessions.RevokeAllAsync(id, except: null, stop);
        db.WriteAct(nameof(User), id.Value, "two_factor_reset");
        await db.SaveChangesAsync(stop);
        sessions.ForgetAllOf(id);
        await changes.TellAsync();
        return TypedResults.NoContent();
    }
}
