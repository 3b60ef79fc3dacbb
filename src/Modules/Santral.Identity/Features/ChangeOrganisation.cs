using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>Changes the organisation's name, language and time zone.</summary>
internal static class ChangeOrganisation
{
    public sealed record Request(
        [property: Required] int? Version,
        [property: Required, MaxLength(120)] string Name,
        [property: Required, RegularExpression(Languages.Pattern)] string Language,
        [property: Required, MaxLength(60)] string TimeZone);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/organisation", HandleAsync)
        .RequirePermission(IdentityPermissions.Settings).WithName("ChangeOrganisation").WithTags("identity").WithSummary("Change the organisation");

    internal static async Task<Ok<ShowOrganisation.Response>> HandleAsync(
        Request request, OrganisationInMemory memory, IdentityDb db, CancellationToken stop)
    {
        var organisation = await db.Organisations.SingleAsync(stop);
        db.Entry(organisation).Property(o => o.Version).OriginalValue = request.Version!.Value;
        organisation.Describe(request.Name, request.Language, request.TimeZone);
        await db.SaveChangesAsync(stop);
        await memory.ReadAsync();
        return TypedResults.Ok(await ShowOrganisation.ReadAsync(db, stop));
    }
}
