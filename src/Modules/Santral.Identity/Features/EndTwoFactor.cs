using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>A person turns the second factor off, by one last code from the app or from paper.</summary>
internal static class EndTwoFactor
{
    public sealed record Request([property: Required, MaxLength(40)] string Code);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/me/two-factor", HandleAsync)
        .RequireSession().WithName("EndTwoFactor").WithTags("identity").WithSummary("Turn the second factor off");

    internal static async Task<NoContent> HandleAsync(
        [FromBody] Request request, ICurrentUser current, SignInCheck check, SecondFactor factors, PeopleChanges changes, IdentityDb db, CancellationToken stop)
    {
        var id = current.IdOrRefuse();
        var factor = await factors.FindAsync(id, stop);
        if (factor is not { IsOn: true })
        {
            throw new Refusal("identity.two_factor_off");
        }

        await check.CheckCodeAsync(id, () => factors.Take(factor, request.Code), stop);
        db.TwoFactors.Remove(factor);
        db.WriteAct(nameof(User), id.Value, "two_factor_off");
        await db.SaveChangesAsync(stop);
        await changes.TellAsync();
        return TypedResults.NoContent();
    }
}
