using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>A right code turns the second factor on; the codes for paper are shown this once.</summary>
internal static class ConfirmTwoFactor
{
    private const int RecoveryCodes = 10;

    public sealed record Request([property: Required, MaxLength(20)] string Code);

    public sealed record Response(IReadOnlyList<string> RecoveryCodes);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/me/two-factor", HandleAsync)
        .RequireSession().WithName("ConfirmTwoFactor").WithTags("identity").WithSummary("Turn the second factor on");

    internal static async Task<Ok<Response>> HandleAsync(
        Request request, ICurrentUser current, SignInCheck check, SecondFactor factors, PeopleChanges changes, IdentityDb db, CancellationToken stop)
    {
        var id = current.IdOrRefuse();
        var factor = await factors.FindAsync(id, stop);
        if (factor is not { IsOn: false, Pending: not null })
        {
            throw new Refusal(factor is { IsOn: true } ? "identity.two_factor_on" : "identity.two_factor_not_begun");
        }

        long? step = null;
        await check.CheckCodeAsync(id, () => (step = factors.MatchPending(factor, request.Code)) is not null, stop);
        string[] codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => Secrets.NewRecoveryCode())];
        factor.Confirm(step!.Value, codes.Select(c => SecondFactor.HashRecovery(id, c)));
        db.WriteAct(nameof(User), id.Value, "two_factor_on");
        await db.SaveChangesAsync(stop);
        await changes.TellAsync();
        return TypedResults.Ok(new Response(codes));
    }
}
