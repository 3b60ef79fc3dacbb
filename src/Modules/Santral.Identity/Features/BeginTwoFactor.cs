using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using QRCoder;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>Offers a secret for an authenticator app. Nothing is asked for at sign-in until a code has shown that the app has it.</summary>
internal static class BeginTwoFactor
{
    /// <param name="Secret">For typing by hand, in base 32.</param>
    /// <param name="Uri">What the picture says.</param>
    public sealed record Response(string Secret, string Uri, string QrSvg);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/me/two-factor", HandleAsync)
        .RequireSession().WithName("BeginTwoFactor").WithTags("identity").WithSummary("Offer a secret for an authenticator app");

    internal static async Task<Ok<Response>> HandleAsync(
        ICurrentUser current, People people, OrganisationInMemory organisation, SecondFactor factors, IdentityDb db, CancellationToken stop)
    {
        var id = current.IdOrRefuse();
        var secret = SecondFactor.NewSecret();
        var factor = await factors.FindAsync(id, stop);
        if (factor is null)
        {
            factor = TwoFactor.For(id);
            db.TwoFactors.Add(factor);
        }

        factor.Offer(factors.Protect(secret));
        await db.SaveChangesAsync(stop);

        var text = Base32.Write(secret);
        var issuer = organisation.Name.Length > 0 ? $"Santral {organisation.Name}" : "Santral";
        var uri = Totp.Uri(issuer, people.Find(id)!.UserName, text);
        return TypedResults.Ok(new Response(text, uri, Picture(uri)));
    }

    private static string Picture(string uri)
    {
        using var code = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        return picture.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
